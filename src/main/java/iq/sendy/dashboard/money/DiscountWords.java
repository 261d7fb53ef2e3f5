package iq.sendy.dashboard.money;

import iq.sendy.platform.pages.PageReader;
import iq.sendy.pricing.Channel;
import iq.sendy.pricing.Discount;
import iq.sendy.pricing.DiscountCode.DiscountCodeDetails;
import iq.sendy.pricing.DiscountMerge;
import iq.sendy.pricing.DiscountRule.DiscountRuleDetails;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a discount does, as somebody would say it. */
final class DiscountWords {

    private DiscountWords() {}

    static String of(DiscountCodeDetails details, PageReader reader) {
        var parts = new ArrayList<String>();
        parts.add(reader.say("discounts.says.order", off(details.discount(), reader)));
        if (details.minOrderValue() != null) {
            parts.add(reader.say("discounts.says.from", reader.money(details.minOrderValue())));
        }
        if (details.maxUses() != null) {
            parts.add(reader.say("discounts.says.uses", number(details.maxUses(), reader)));
        }
        if (details.perUserLimit() != null) {
            parts.add(reader.say("discounts.says.each", number(details.perUserLimit(), reader)));
        }
        days(details.startsAt(), details.expiresAt(), parts, reader);
        return MoneyPages.sentence(parts, reader);
    }

    /**
     * @param category the name of what it holds for; null for all products
     */
    static String of(DiscountRuleDetails details, @Nullable String category, PageReader reader) {
        var off = off(details.discount(), reader);
        var key = "discounts.says." + (details.discount() instanceof Discount.AmountOff ? "pieces" : "products");
        var parts = new ArrayList<String>();
        parts.add(
                category == null ? reader.say(key + ".all", off) : reader.say(key, off, MoneyPages.isolated(category)));
        if (!details.channels().isEmpty()) {
            parts.add(reader.say("discounts.says.channels", channels(details.channels(), reader)));
        }
        days(details.startsAt(), details.expiresAt(), parts, reader);
        return MoneyPages.sentence(parts, reader);
    }

    private static String channels(List<Channel> channels, PageReader reader) {
        return channels.stream()
                .map(channel -> reader.say("discounts.channel." + channel))
                .collect(Collectors.joining(MoneyPages.comma(reader)));
    }

    private static void days(@Nullable Instant from, @Nullable Instant to, List<String> parts, PageReader reader) {
        if (from != null) {
            parts.add(reader.say("discounts.says.since", reader.day(from)));
        }
        if (to != null) {
            parts.add(reader.say("discounts.says.until", end(to, reader)));
        }
    }

    /** The last day, and where it does not hold for all of that, the time. */
    private static String end(Instant to, PageReader reader) {
        var day = to.atZone(reader.zone()).toLocalDate();
        var whole = day.atStartOfDay(reader.zone()).toInstant().equals(to);
        return whole ? reader.day(day.minusDays(1)) : reader.moment(to);
    }

    private static String number(long number, PageReader reader) {
        return MoneyPages.leftToRight(reader.number(number));
    }

    /** What it takes off, with its unit. */
    static String off(Discount discount, PageReader reader) {
        return switch (discount) {
            case Discount.PercentOff _ -> MoneyPages.leftToRight(typed(discount, reader) + "%");
            case Discount.AmountOff(var amount) -> reader.money(amount);
        };
    }

    /** What a field of its value begins with. */
    static String typed(Discount discount, PageReader reader) {
        return discount instanceof Discount.AmountOff(var amount)
                ? reader.typed(amount)
                : DiscountMerge.onWire(discount, reader.currency()).toPlainString();
    }
}
