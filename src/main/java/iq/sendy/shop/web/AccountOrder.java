package iq.sendy.shop.web;

import iq.sendy.orders.OrderLine;
import iq.sendy.orders.OrderStatus;
import iq.sendy.orders.OrderView;
import iq.sendy.orders.PaymentStatus;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * An order in a buyer's list.
 *
 * @param placed the day, as the reader's language writes it
 * @param priceToConfirm whether shop and buyer have not agreed yet on what it costs
 */
record AccountOrder(
        String publicId,
        long number,
        OrderStatus status,
        String placed,
        long total,
        boolean priceToConfirm,
        List<OrderLine> lines) {

    AccountOrder {
        lines = List.copyOf(lines);
    }

    static AccountOrder of(OrderView order, Locale language, ZoneId zone) {
        // The names of months as they are said in this country.
        var day = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.of(language.getLanguage(), "IQ"))
                .withZone(zone);
        return new AccountOrder(
                order.publicId(),
                order.number(),
                order.status(),
                day.format(order.revision().createdAt()),
                order.money().total(),
                order.priceToConfirm() && order.payment().status() == PaymentStatus.DUE,
                order.lines());
    }

    /** The word of its state, by its key. */
    public String word() {
        return "account.status." + status;
    }

    /** How the state is coloured beside its word. */
    public String tone() {
        return switch (status) {
            case DELIVERED -> "good";
            case POSTPONED, RETURNING -> "warned";
            case REFUSED, RETURNED, CANCELLED -> "bad";
            case PENDING, CONFIRMED, READY, IN_TRANSIT, OUT_FOR_DELIVERY -> "";
        };
    }
}
