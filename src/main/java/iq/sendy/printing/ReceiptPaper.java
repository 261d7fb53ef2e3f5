package iq.sendy.printing;

import iq.sendy.geography.Geography;
import iq.sendy.kernel.Currency;
import iq.sendy.orders.DeliveryMode;
import iq.sendy.orders.OrderLine;
import iq.sendy.orders.OrderView;
import iq.sendy.orders.PaymentStatus;
import iq.sendy.platform.compute.ComputeBound;
import iq.sendy.printing.PrintedStores.PrintedStore;
import iq.sendy.printing.paper.Paper;
import iq.sendy.printing.paper.Paper.Cell;
import iq.sendy.printing.paper.Printable;
import iq.sendy.printing.paper.Style;
import iq.sendy.stores.StoreSettings;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a receipt of 80 millimetres shows. Its amounts add up in front of the customer: lines before discounts come to the
 * subtotal, and that less each discount and with the delivery to the total.
 */
final class ReceiptPaper {

    private static final float WIDTH = 80;
    private static final int MOST_LINES = 6;

    /** What printers of this width leave free on each side, and a little for letters that reach out of their line. */
    private static final float MARGIN = 4.7f;

    private static final Style SMALL = Style.of(8.5f);
    private static final Style NORMAL = Style.of(9.5f);

    private final String storeName;
    private final StoreSettings settings;
    private final @Nullable String footerNote;
    private final OrderView order;
    private final long refunded;
    private final Geography geography;
    private final Currency currency;
    private final PaperWords words;
    private final Paper paper;

    /** @param refunded what was paid back for pieces that came back */
    ReceiptPaper(PrintedStore store, @Nullable String footerNote, OrderView order, long refunded, Geography geography) {
        this.footerNote = footerNote;
        this.storeName = store.name();
        this.settings = store.settings();
        this.order = order;
        this.refunded = refunded;
        this.geography = geography;
        this.currency = order.money().currency();
        this.words = new PaperWords(settings.language());
        this.paper = Paper.strip(words.direction(), WIDTH, MARGIN);
    }

    @ComputeBound
    Paper paper() {
        head();
        order.lines().forEach(this::line);
        if (!order.lines().isEmpty()) {
            paper.add(paper.rule());
        }
        sums();
        foot();
        return paper;
    }

    private void head() {
        add(Printable.foreign(storeName), Style.of(15).strong().centred());
        var address = settings.pickupAddress();
        if (address != null) {
            add(Printable.foreign(address), SMALL.centred());
        }
        paper.add(paper.rule());
        pair(words.text("order"), Printable.leftToRight("#" + order.number()), NORMAL.strong());
        pair(words.text("code"), Printable.leftToRight(order.publicId()), NORMAL);
        pair(words.text("date"), PaperWords.time(soldAt(), settings.zone()), NORMAL);
        switch (order.status()) {
            case CANCELLED, REFUSED, RETURNING, RETURNED ->
                pair(words.text("status"), words.text("status." + order.status()), NORMAL.strong());
            case PENDING, CONFIRMED, READY, IN_TRANSIT, OUT_FOR_DELIVERY, DELIVERED, POSTPONED -> {
                // A receipt of an order on its way need not say how far it is.
            }
        }
        var name = order.customer().name();
        if (name != null) {
            pair(words.text("customer"), Printable.foreign(name), NORMAL);
        }
        var phone = order.customer().phone();
        if (phone != null) {
            pair(words.text("phone"), PaperWords.phone(phone), NORMAL);
        }
        address();
        var notes = order.agreement().notes();
        if (notes != null) {
            add(words.text("notes") + ": " + Printable.foreign(notes), SMALL.lines(MOST_LINES));
        }
        paper.add(paper.rule());
    }

    /** A sale that came later than it was made has the time that the customer remembers. */
    private Instant soldAt() {
        var sale = order.payment().sale();
        var at = sale == null ? null : sale.soldAt();
        return at == null ? order.revision().createdAt() : at;
    }

    private void address() {
        var customer = order.customer();
        if (order.deliveryMode() == DeliveryMode.PICKUP) {
            add(words.text("delivery." + order.deliveryMode()), SMALL);
            return;
        }
        var place = words.place(customer, geography);
        if (!place.isEmpty()) {
            pair(words.text("address"), place, NORMAL);
        }
        if (customer.address() != null) {
            add(Printable.foreign(customer.address()), SMALL.lines(MOST_LINES));
        }
    }

    private void line(OrderLine line) {
        paper.add(paper.text(Printable.foreign(line.name()), NORMAL.strong()));
        var gross = line.lineTotal() + line.discountAmount();
        paper.add(paper.row(
                new Cell(paper.text(each(line), SMALL), 1),
                new Cell(
                        paper.text(
                                agreedLater(line) ? words.text("priceToConfirm") : words.money(gross, currency),
                                NORMAL.atEnd()),
                        1)));
        paper.add(paper.space(1));
    }

    private String each(OrderLine line) {
        return Printable.leftToRight(
                agreedLater(line)
                        ? line.quantity() + " ×"
                        : line.quantity() + " × " + PaperWords.amount(line.unitPrice(), currency));
    }

    /** A 0 would read as if it were given away. What was paid is as it was paid. */
    private boolean agreedLater(OrderLine line) {
        return line.priceToConfirm() && order.payment().status() == PaymentStatus.DUE;
    }

    /** Nobody brings what is handed over in the shop. */
    private boolean isBrought() {
        var handedOver = order.payment().sale() != null || order.deliveryMode() == DeliveryMode.PICKUP;
        return !handedOver || order.money().deliveryFee() > 0;
    }

    private void sums() {
        var money = order.money();
        pair(words.text("subTotal"), words.money(money.subTotal(), currency), NORMAL);
        for (var applied : order.price().trace().applied()) {
            var name =
                    applied.code() == null ? Printable.foreign(applied.name()) : Printable.leftToRight(applied.code());
            pair(words.text("discount") + " (" + name + ")", words.money(-applied.amount(), currency), NORMAL);
        }
        if (isBrought()) {
            pair(words.text("deliveryFee"), words.money(money.deliveryFee(), currency), NORMAL);
        }
        pair(
                words.text("total"),
                words.money(money.total(), currency),
                Style.of(12).strong());
        var sale = order.payment().sale();
        var rounding = sale == null ? 0 : sale.cashRounding();
        if (rounding != 0) {
            // What is framed is what was paid: it is rounded, and stands there once.
            pair(words.text("rounding"), words.money(rounding, currency), NORMAL);
        }
        var shortfall = sale == null ? 0 : sale.cashShortfall();
        if (shortfall != 0) {
            pair(words.text("shortfall"), words.money(-shortfall, currency), NORMAL);
        }
        paper.add(paper.space(2));
        var framed = sale == null ? order.payment().amountDue() : money.total() + rounding - shortfall;
        paper.add(paper.framed(List.of(
                paper.text(words.text(sale == null ? "amountDue" : "paid"), NORMAL.centred()),
                paper.text(words.money(framed, currency), Style.of(18).strong().centred()))));
        paper.add(paper.space(2));
        pair(
                words.text("paymentMethod"),
                words.text("payment." + order.payment().method()),
                NORMAL);
        var change = sale == null ? null : sale.change();
        if (change != null) {
            cash(change);
        }
        if (refunded != 0) {
            pair(words.text("refunded"), words.money(-refunded, currency), NORMAL);
        }
    }

    /** What was handed over at the counter, and given back. */
    private void cash(long change) {
        var tendered = order.agreement().cashTendered();
        if (tendered != null) {
            pair(words.text("tendered"), words.money(tendered, currency), NORMAL);
            pair(words.text("change"), words.money(change, currency), NORMAL);
        }
    }

    private void foot() {
        paper.add(paper.space(3));
        paper.add(paper.qr(order.publicId(), 6));
        paper.add(paper.space(2));
        paper.add(paper.bars(order.publicId(), 3, 12));
        add(Printable.leftToRight(order.publicId()), NORMAL.centred());
        paper.add(paper.space(2));
        if (footerNote != null) {
            add(Printable.foreign(footerNote), SMALL.centred());
            paper.add(paper.space(1));
        }
        add(words.text("thanks"), NORMAL.centred());
    }

    private void add(String text, Style style) {
        paper.add(paper.text(text, style));
    }

    private void pair(String label, String value, Style style) {
        paper.add(paper.pair(label, value, style));
    }
}
