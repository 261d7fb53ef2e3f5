package iq.sendy.agent;

import iq.sendy.agent.store.QuoteStore;
import iq.sendy.kernel.Digits;
import iq.sendy.orders.OrderFilter;
import iq.sendy.orders.OrderRef;
import iq.sendy.orders.OrderView;
import iq.sendy.orders.Orders;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.stores.Settings;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Orders as the agent tells of them: those of the phone that is proved, and those that were made in the conversation. One that
 * does not exist, one of somebody else and one of another store are the same: not found.
 */
@Component
class OrderLookups {

    private static final int MOST = 20;
    private static final int MOST_DIGITS = 12;
    private static final String PREFIX = "SN";
    private static final int SYMBOLS = 8;

    private final Orders orders;
    private final QuoteStore quotes;
    private final Settings settings;
    private final ChatLinks pages;
    private final ToolAnswers answers;
    private final Pipeline pipeline;

    OrderLookups(
            Orders orders,
            QuoteStore quotes,
            Settings settings,
            ChatLinks pages,
            ToolAnswers answers,
            Pipeline pipeline) {
        this.orders = orders;
        this.quotes = quotes;
        this.settings = settings;
        this.pages = pages;
        this.answers = answers;
        this.pipeline = pipeline;
    }

    /**
     * The order that they ask about, among their own.
     *
     * @param written how the customer names the order; null for the newest one
     */
    @Transactional(readOnly = true)
    public ToolOutcome find(ToolContext context, @Nullable String written) {
        var own = written == null ? own(context, null) : named(context, written);
        return own.stream()
                .max(Comparator.comparing((OrderView order) -> order.revision().createdAt())
                        .thenComparingLong(OrderView::number))
                .map(order -> told(context, order))
                .orElseGet(() -> answers.told(
                        Map.of(
                                "found",
                                false,
                                "advice",
                                "Say that you find no such order of theirs, and offer to ask the staff"),
                        TurnFacts.NONE));
    }

    private List<OrderView> named(ToolContext context, String written) {
        var publicId = publicId(written);
        var number = number(written);
        var words = publicId.or(() -> number.map(String::valueOf));
        return words.map(word -> own(context, word)).orElse(List.of()).stream()
                .filter(order -> publicId.isPresent()
                        ? order.publicId().equals(publicId.get())
                        : number.filter(each -> each == order.number()).isPresent())
                .toList();
    }

    private List<OrderView> own(ToolContext context, @Nullable String words) {
        var found = new ArrayList<OrderView>();
        var phone = context.verifiedPhone();
        if (phone != null) {
            var filter =
                    new OrderFilter(List.of(), List.of(), phone, null, null, OrderFilter.Created.ANY_TIME, words, null);
            found.addAll(orders.list(context.store(), filter, Paging.first()).items());
        }
        var made = pipeline.ask(quotes.ordersOf(context.store(), context.conversation(), MOST))
                .answer();
        if (!made.isEmpty()) {
            found.addAll(orders.findAll(
                    context.store(),
                    made.stream().<OrderRef>map(OrderRef.ById::new).toList()));
        }
        return found;
    }

    /** As it is read aloud or copied: in any letter case, with or without its dashes. */
    private static Optional<String> publicId(String written) {
        var symbols = new StringBuilder();
        Digits.toAscii(written)
                .toUpperCase(Locale.ROOT)
                .chars()
                .filter(c -> (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))
                .forEach(c -> symbols.append((char) c));
        if (symbols.length() != PREFIX.length() + SYMBOLS || symbols.indexOf(PREFIX) != 0) {
            return Optional.empty();
        }
        return Optional.of(PREFIX + "-" + symbols.substring(2, 6) + "-" + symbols.substring(6));
    }

    /** The digits of {@code #1042}, {@code ORD-1042} or {@code طلب ١٠٤٢}. */
    private static Optional<Long> number(String written) {
        var digits = new StringBuilder();
        Digits.toAscii(written).chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
        return digits.isEmpty() || digits.length() > MOST_DIGITS
                ? Optional.empty()
                : Optional.of(Long.valueOf(digits.toString()));
    }

    /** No address, no name and no driver. */
    private ToolOutcome told(ToolContext context, OrderView order) {
        var money = order.money();
        var line = new LinkedHashMap<String, Object>();
        line.put("orderRef", order.publicId());
        line.put("number", order.number());
        line.put("status", order.status().toString());
        line.put(
                "date",
                order.revision().createdAt().atZone(zone(context)).toLocalDate().toString());
        line.put("total", money.currency().onWire(money.total()));
        line.put("currency", money.currency().name());
        var page = pages.order(context.store(), order.publicId());
        page.ifPresent(url -> line.put("trackingPage", url));
        var facts = new TurnFacts(
                Set.of(money.total()),
                page.map(Set::of).orElse(Set.of()),
                Set.of(),
                Map.of(order.publicId(), order.status(), Long.toString(order.number()), order.status()),
                Set.of(),
                Set.of(),
                false,
                null);
        return answers.told(Map.of("found", true, "order", line), facts);
    }

    private ZoneId zone(ToolContext context) {
        return settings.of(context.store()).zone();
    }
}
