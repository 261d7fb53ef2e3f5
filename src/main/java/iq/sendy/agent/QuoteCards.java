package iq.sendy.agent;

import iq.sendy.agent.AgentQuote.QuotedItem;
import iq.sendy.agent.model.FixedText;
import iq.sendy.agent.model.FixedTexts;
import iq.sendy.geography.Geography;
import iq.sendy.kernel.Currency;
import iq.sendy.messaging.ReplyLanguage;
import iq.sendy.meta.ChannelType;
import iq.sendy.meta.OutboundButtons;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Cards of quotes: what the customer is shown above the buttons, in fixed words and figures of the store alone. */
@Component
class QuoteCards {

    private static final int LONGEST_ON_WHATSAPP = 1_024;
    private static final int MOST_BYTES_ON_INSTAGRAM = 1_000;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_ADDRESS = 120;

    private final Geography geography;

    QuoteCards(Geography geography) {
        this.geography = geography;
    }

    OutboundButtons card(AgentQuote quote, ChannelType channel) {
        return card(quote, channel, "");
    }

    /**
     * The card below a few words.
     *
     * @param lead left out where the card would be too long with it; empty for none
     */
    OutboundButtons card(AgentQuote quote, ChannelType channel, String lead) {
        var text = text(quote, channel, lead.isEmpty() ? "" : lead + "\n\n");
        return new OutboundButtons(
                text, QuoteButtons.of(quote.id(), quote.talk().language()));
    }

    /** Lines are left out before anything else is: how much it comes to stands below them. */
    private String text(AgentQuote quote, ChannelType channel, String lead) {
        for (var shown = quote.items().size(); shown > 0; shown--) {
            var text = lead + body(quote, shown);
            if (fits(text, channel)) {
                return text;
            }
        }
        return lead.isEmpty() ? body(quote, 1) : text(quote, channel, "");
    }

    private static boolean fits(String text, ChannelType channel) {
        return switch (channel) {
            case WHATSAPP -> text.length() <= LONGEST_ON_WHATSAPP;
            case INSTAGRAM -> text.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES_ON_INSTAGRAM;
        };
    }

    private String body(AgentQuote quote, int shown) {
        var language = quote.talk().language();
        var money = quote.money();
        var recipient = quote.recipient();
        var phone = recipient.phone();
        return FixedTexts.of(
                language,
                FixedText.QUOTE,
                Map.of(
                        "items", String.join("\n", lines(quote, shown)),
                        "delivery", delivery(quote),
                        "total", amount(language, money.currency(), money.total()),
                        "name", cut(Objects.requireNonNullElse(recipient.name(), ""), LONGEST_NAME),
                        "address", address(quote),
                        "phone", phone == null ? "" : phone.atHome().replace(" ", "")));
    }

    private static List<String> lines(AgentQuote quote, int shown) {
        var language = quote.talk().language();
        var money = quote.money();
        var lines = new ArrayList<String>();
        quote.items().stream().limit(shown).map(item -> line(quote, item)).forEach(lines::add);
        if (shown < quote.items().size()) {
            lines.add("+" + (quote.items().size() - shown) + " …");
        }
        if (money.discountTotal() > 0) {
            lines.add(FixedTexts.of(
                    language,
                    FixedText.DISCOUNT,
                    Map.of("amount", amount(language, money.currency(), money.discountTotal()))));
        }
        return lines;
    }

    /** At the price before discounts, which stand below by themselves. */
    private static String line(AgentQuote quote, QuotedItem item) {
        var language = quote.talk().language();
        return FixedTexts.of(
                language,
                FixedText.QUOTE_LINE,
                Map.of(
                        "quantity", Long.toString(item.quantity()),
                        "item", cut(item.name(), LONGEST_NAME),
                        "amount", amount(language, quote.money().currency(), item.quantity() * item.unitPrice())));
    }

    private static String delivery(AgentQuote quote) {
        var language = quote.talk().language();
        var money = quote.money();
        return money.deliveryFee() == 0
                ? FixedTexts.of(language, FixedText.DELIVERY_FREE)
                : FixedTexts.of(
                        language,
                        FixedText.DELIVERY_FEE,
                        Map.of("amount", amount(language, money.currency(), money.deliveryFee())));
    }

    private String address(AgentQuote quote) {
        var recipient = quote.recipient();
        var language = quote.talk().language().toString();
        var parts = new ArrayList<String>();
        geography
                .province(Objects.requireNonNullElse(recipient.provinceCode(), ""))
                .ifPresent(province -> parts.add(province.names().in(language)));
        var area = recipient.areaId();
        if (area != null) {
            geography.area(area).ifPresent(found -> parts.add(found.names().in(language)));
        }
        var street = recipient.address();
        if (street != null) {
            parts.add(cut(street, LONGEST_ADDRESS));
        }
        return String.join(language.equals("en") || language.equals("kmr") ? ", " : "، ", parts);
    }

    /** An amount with its unit, as people read it. */
    static String amount(ReplyLanguage language, Currency currency, long minor) {
        var unit = switch (currency) {
            case IQD -> FixedText.DINARS;
            case USD -> FixedText.DOLLARS;
        };
        return FixedTexts.of(language, unit, Map.of("amount", currency.shown(minor)));
    }

    private static String cut(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
    }
}
