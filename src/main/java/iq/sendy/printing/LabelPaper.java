package iq.sendy.printing;

import iq.sendy.geography.Geography;
import iq.sendy.orders.DeliveryMode;
import iq.sendy.orders.OrderView;
import iq.sendy.platform.compute.ComputeBound;
import iq.sendy.printing.paper.Block;
import iq.sendy.printing.paper.Paper;
import iq.sendy.printing.paper.Paper.Cell;
import iq.sendy.printing.paper.Printable;
import iq.sendy.printing.paper.Style;
import iq.sendy.stores.StoreSettings;
import java.util.List;

/** What the label on a parcel shows: A6, read at arm's length by who has forty of them. */
final class LabelPaper {

    private static final float WIDTH = 105;
    private static final float HEIGHT = 148;
    private static final float MARGIN = 5;
    private static final int MOST_LINES = 6;

    private static final Style SMALL = Style.of(9);

    private final String storeName;
    private final StoreSettings settings;
    private final OrderView order;
    private final Geography geography;
    private final PaperWords words;
    private final Paper paper;

    LabelPaper(String storeName, StoreSettings settings, OrderView order, Geography geography) {
        this.storeName = storeName;
        this.settings = settings;
        this.order = order;
        this.geography = geography;
        this.words = new PaperWords(settings.language());
        this.paper = Paper.sheet(words.direction(), WIDTH, HEIGHT, MARGIN);
    }

    @ComputeBound
    Paper paper() {
        sender();
        recipient();
        money();
        codes();
        notes();
        return paper;
    }

    private void sender() {
        paper.add(paper.row(
                new Cell(paper.text(Printable.foreign(storeName), Style.of(13).strong()), 3),
                new Cell(
                        paper.text(
                                Printable.leftToRight("#" + order.number()),
                                Style.of(13).strong().atEnd()),
                        1)));
        var address = settings.pickupAddress();
        if (address != null) {
            add(words.text("from") + ": " + Printable.foreign(address), SMALL.lines(2));
        }
        paper.add(paper.rule());
    }

    private void recipient() {
        var customer = order.customer();
        if (customer.name() != null) {
            add(
                    words.text("to") + ": " + Printable.foreign(customer.name()),
                    Style.of(15).strong().lines(MOST_LINES));
        }
        if (customer.phone() != null) {
            add(PaperWords.phone(customer.phone()), Style.of(22).strong());
        }
        var place = words.place(customer, geography);
        if (!place.isEmpty()) {
            add(place, Style.of(13).strong());
        }
        if (customer.address() != null) {
            add(Printable.foreign(customer.address()), Style.of(11));
        }
        paper.add(paper.space(3));
    }

    private void money() {
        var payment = order.payment();
        var due = payment.amountDue() == 0
                ? Printable.leftToRight("0")
                : words.money(payment.amountDue(), order.money().currency());
        paper.add(paper.framed(List.of(
                paper.text(
                        words.text("amountDue") + " · " + words.text("payment." + payment.method()), SMALL.centred()),
                paper.text(due, Style.of(26).strong().centred()))));
        paper.add(paper.space(2));
        var pieces = order.lines().stream().mapToLong(line -> line.quantity()).sum();
        var way = words.text("delivery." + order.deliveryMode());
        if (order.deliveryMode() != DeliveryMode.PICKUP) {
            way += " · " + words.text("fulfilment." + order.agreement().fulfillmentType());
        }
        if (pieces > 0) {
            way += " · " + words.text("pieces") + ": " + PaperWords.count(pieces);
        }
        add(way, SMALL);
        paper.add(paper.space(2));
    }

    private void codes() {
        Block code = paper.stack(List.of(
                paper.bars(order.publicId(), 3, 14),
                paper.text(
                        Printable.leftToRight(order.publicId()),
                        Style.of(14).strong().centred())));
        paper.add(paper.row(new Cell(code, 3), new Cell(paper.qr(order.publicId(), 6), 1)));
    }

    private void notes() {
        var notes = order.agreement().notes();
        if (notes != null) {
            paper.add(paper.rule());
            add(
                    words.text("notes") + ": " + Printable.foreign(notes),
                    Style.of(10).lines(MOST_LINES));
        }
    }

    private void add(String text, Style style) {
        paper.add(paper.text(text, style));
    }
}
