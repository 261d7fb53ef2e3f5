package iq.sendy.printing;

import iq.sendy.cashier.CounterSettings;
import iq.sendy.geography.Geography;
import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.StoreId;
import iq.sendy.orders.OrderDetails;
import iq.sendy.orders.OrderRef;
import iq.sendy.orders.OrderView;
import iq.sendy.orders.Orders;
import iq.sendy.platform.api.InlineFile;
import iq.sendy.platform.compute.ComputeKind;
import iq.sendy.platform.compute.ComputePool;
import iq.sendy.printing.paper.Paper;
import iq.sendy.returns.Returns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Receipts and labels of orders, in the store's language. Everything is read first, each in its own transaction, and drawn
 * when none is open.
 */
@Service
public class OrderPapers {

    private final Orders orders;
    private final Returns returns;
    private final PrintedStores stores;
    private final CounterSettings counterSettings;
    private final Geography geography;
    private final ComputePool compute;

    OrderPapers(
            Orders orders,
            Returns returns,
            PrintedStores stores,
            CounterSettings counterSettings,
            Geography geography,
            ComputePool compute) {
        this.orders = orders;
        this.returns = returns;
        this.stores = stores;
        this.counterSettings = counterSettings;
        this.geography = geography;
        this.compute = compute;
    }

    /** 80 mm wide, as long as it must be; empty when there is no such order. */
    public Optional<InlineFile> receipt(StoreId store, OrderRef ref, PaperFormat format) {
        return order(store, ref).map(order -> {
            var printed = stores.of(store);
            var settings = printed.settings();
            var note = counterSettings.of(store, settings.currency()).receiptFooterNote();
            var refunded = returns.refunded(store, order);
            var file = compute.run(ComputeKind.DOCUMENT, () -> {
                var paper = new ReceiptPaper(printed, note, order, refunded, geography).paper();
                return format.draw(paper, order.publicId());
            });
            return format.file("receipt-" + order.publicId(), settings.language(), file);
        });
    }

    /** A6, for the parcel; empty when there is no such order. */
    public Optional<InlineFile> label(StoreId store, OrderRef ref, PaperFormat format) {
        return order(store, ref).map(order -> {
            var printed = stores.of(store);
            var file = compute.run(ComputeKind.DOCUMENT, () -> {
                var paper = new LabelPaper(printed.name(), printed.settings(), order, geography).paper();
                return format.draw(paper, order.publicId());
            });
            return format.file("label-" + order.publicId(), printed.settings().language(), file);
        });
    }

    /** The labels of several orders in one file, in the order asked. */
    public PrintLabels.Result labels(StoreId store, PrintLabels command) {
        var refs = command.ids().stream().map(OrderRef::parse).toList();
        var found =
                orders.findAll(store, refs.stream().flatMap(Optional::stream).toList());
        var wanted = new ArrayList<OrderView>();
        var missing = new ArrayList<Integer>();
        for (var i = 0; i < refs.size(); i++) {
            var order = refs.get(i).flatMap(ref -> named(found, ref));
            order.ifPresent(wanted::add);
            if (order.isEmpty()) {
                missing.add(i);
            }
        }
        if (!missing.isEmpty()) {
            return new PrintLabels.Result.NoSuchOrders(missing);
        }
        var printed = stores.of(store);
        var file = compute.run(ComputeKind.BATCH, () -> {
            var papers = new ArrayList<Paper>();
            for (var order : wanted) {
                papers.add(new LabelPaper(printed.name(), printed.settings(), order, geography).paper());
            }
            return Bytes.of(Paper.pdf(printed.name(), papers));
        });
        return new PrintLabels.Result.Printed(
                PaperFormat.PDF.file("labels", printed.settings().language(), file));
    }

    private static Optional<OrderView> named(List<OrderView> found, OrderRef ref) {
        return found.stream()
                .filter(order -> switch (ref) {
                    case OrderRef.ById(var id) -> order.id().equals(id);
                    case OrderRef.ByPublicId(var publicId) -> order.publicId().equals(publicId);
                })
                .findFirst();
    }

    private Optional<OrderView> order(StoreId store, OrderRef ref) {
        return orders.find(store, ref).map(OrderDetails::order);
    }
}
