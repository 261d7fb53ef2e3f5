package iq.sendy.demo;

import iq.sendy.finance.ExpenseType;
import iq.sendy.finance.Expenses;
import iq.sendy.finance.SaveExpense;
import iq.sendy.kernel.Currency;
import iq.sendy.kernel.Phone;
import iq.sendy.platform.body.Patch;
import iq.sendy.platform.ids.ReplayClock;
import iq.sendy.purchasing.ChangePurchaseOrder;
import iq.sendy.purchasing.PurchaseOrder;
import iq.sendy.purchasing.PurchaseOrder.PurchaseOrderDetails;
import iq.sendy.purchasing.PurchaseOrderItem;
import iq.sendy.purchasing.PurchaseOrderStatus;
import iq.sendy.purchasing.PurchaseOrders;
import iq.sendy.purchasing.PurchaseReceipts;
import iq.sendy.purchasing.ReceiveGoods;
import iq.sendy.purchasing.Supplier.SupplierDetails;
import iq.sendy.purchasing.Suppliers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** What the demo's store buys: flowers each week, gifts now and then; most of it is paid, and some of it comes short. */
@Component
class DemoSupply implements DemoScene {

    private static final LocalTime ORDERED = LocalTime.of(10, 30);
    private static final Duration ON_THE_WAY = Duration.ofHours(21);
    private static final Duration REST_ON_THE_WAY = Duration.ofDays(2);
    private static final Duration PAID_AFTER = Duration.ofHours(23);

    private static final List<SuppliedProduct> FLOWERS = List.of(
            new SuppliedProduct("ROSE-12", 28, 12_000),
            new SuppliedProduct("ROSE-24", 16, 22_000),
            new SuppliedProduct("TULIP-15", 16, 17_500),
            new SuppliedProduct("LILY-BOX", 9, 28_000),
            new SuppliedProduct("MIX-BOX", 16, 33_000),
            new SuppliedProduct("ORCHID-1", 9, 21_000),
            new SuppliedProduct("CACTUS-3", 10, 6_000));

    private static final List<SuppliedProduct> DEARER_FLOWERS = List.of(
            new SuppliedProduct("ROSE-12", 30, 13_250),
            new SuppliedProduct("ROSE-24", 18, 23_500),
            new SuppliedProduct("TULIP-15", 16, 18_000),
            new SuppliedProduct("LILY-BOX", 10, 28_500),
            new SuppliedProduct("MIX-BOX", 18, 34_000));

    private static final List<SuppliedProduct> GIFTS = List.of(
            new SuppliedProduct("CHOC-16", 60, 12_500),
            new SuppliedProduct("TEDDY-40", 18, 16_000),
            new SuppliedProduct("BALLOON-5", 45, 5_000),
            new SuppliedProduct("VASE-G", 40, 9_000));

    private final Suppliers suppliers;
    private final PurchaseOrders purchaseOrders;
    private final PurchaseReceipts receipts;
    private final Expenses expenses;

    DemoSupply(Suppliers suppliers, PurchaseOrders purchaseOrders, PurchaseReceipts receipts, Expenses expenses) {
        this.suppliers = suppliers;
        this.purchaseOrders = purchaseOrders;
        this.receipts = receipts;
        this.expenses = expenses;
    }

    /** So many pieces of a product at a price. */
    private record SuppliedProduct(String sku, long pieces, long unitCost) {}

    /** How far a purchase comes. */
    private enum PurchaseFate {
        DRAFTED,
        CALLED_OFF,
        ON_ITS_WAY,
        PARTLY_THERE,
        RECEIVED,
        PAID
    }

    @Override
    public void plan(DemoShop shop) {
        shop.simulation().plan(DemoShop.at(shop.today().minusDays(30), LocalTime.of(9, 30)), () -> {
            var nursery = supplier(shop, "أبو كرار", "مشتل الراشدية", "07700000021", "بغداد، الراشدية");
            var importer = supplier(shop, "مكتب الياسمين", "شركة الياسمين للاستيراد", "07700000022", "بغداد، الشورجة");
            buy(shop, 30, nursery, FLOWERS, PurchaseFate.PAID);
            buy(shop, 29, importer, GIFTS, PurchaseFate.RECEIVED);
            buy(shop, 23, nursery, FLOWERS, PurchaseFate.PAID);
            buy(shop, 18, importer, GIFTS.subList(0, 2), PurchaseFate.CALLED_OFF);
            buy(shop, 16, nursery, DEARER_FLOWERS, PurchaseFate.PAID);
            buy(shop, 15, importer, GIFTS, PurchaseFate.PAID);
            buy(shop, 9, nursery, DEARER_FLOWERS, PurchaseFate.RECEIVED);
            buy(shop, 3, nursery, DEARER_FLOWERS, PurchaseFate.PARTLY_THERE);
            buy(shop, 1, importer, GIFTS, PurchaseFate.ON_ITS_WAY);
            buy(shop, 0, nursery, FLOWERS, PurchaseFate.DRAFTED);
        });
    }

    private UUID supplier(DemoShop shop, String name, String company, String phone, String address) {
        var details = new SupplierDetails(
                name, Phone.parse(phone).orElseThrow(), null, company, address, "الدفع عند الاستلام أو خلال أسبوع");
        return suppliers.create(shop.store(), shop.team().owner(), details).id();
    }

    private void buy(DemoShop shop, int daysAgo, UUID supplier, List<SuppliedProduct> goods, PurchaseFate fate) {
        var at = daysAgo == 0
                ? shop.simulation().end().minus(Duration.ofMinutes(35))
                : DemoShop.at(shop.today().minusDays(daysAgo), ORDERED);
        shop.simulation().plan(at, () -> {
            var order = drafted(shop, supplier, goods, at);
            switch (fate) {
                case DRAFTED -> {}
                case CALLED_OFF -> later(shop, at, ON_THE_WAY, () -> moved(shop, order, PurchaseOrderStatus.CANCELLED));
                case ON_ITS_WAY -> moved(shop, order, PurchaseOrderStatus.SENT);
                case PARTLY_THERE -> {
                    moved(shop, order, PurchaseOrderStatus.SENT);
                    later(shop, at, ON_THE_WAY, () -> received(shop, order, 4, 0));
                }
                case RECEIVED, PAID -> {
                    moved(shop, order, PurchaseOrderStatus.SENT);
                    // What came first lacks some pieces, and of the rest one is no good.
                    later(shop, at, ON_THE_WAY, () -> received(shop, order, 2, 0));
                    later(shop, at, REST_ON_THE_WAY, () -> received(shop, order, 0, 1));
                    if (fate == PurchaseFate.PAID) {
                        later(shop, at, PAID_AFTER, () -> paid(shop, order));
                    }
                }
            }
        });
    }

    private static void later(DemoShop shop, Instant ordered, Duration after, Runnable step) {
        shop.simulation().plan(ordered.plus(after), step);
    }

    private PurchaseOrder drafted(DemoShop shop, UUID supplier, List<SuppliedProduct> goods, Instant at) {
        var items = goods.stream()
                .map(each -> new PurchaseOrderItem.Ordered(
                        Objects.requireNonNull(shop.products().get(each.sku())), each.pieces(), each.unitCost(), null))
                .toList();
        var details = new PurchaseOrderDetails(supplier, null, at, at.plus(ON_THE_WAY), null, 35_000);
        return purchaseOrders.create(shop.store(), shop.team().owner(), Currency.IQD, details, items);
    }

    private void moved(DemoShop shop, PurchaseOrder order, PurchaseOrderStatus to) {
        purchaseOrders.change(
                shop.store(),
                shop.team().owner(),
                new ChangePurchaseOrder(order.id(), Currency.IQD, UnaryOperator.identity(), null, to, null));
    }

    /** All that is open but for so many pieces of each product, of which so many are rejected. */
    private void received(DemoShop shop, PurchaseOrder order, long lacking, long rejected) {
        var open = purchaseOrders.find(shop.store(), order.id()).orElseThrow();
        var arrivals = open.items().stream()
                .filter(item -> item.open() > lacking)
                .map(item -> new ReceiveGoods.GoodsArrival(item.id(), item.open() - lacking - rejected, rejected))
                .toList();
        receipts.receive(shop.store(), shop.team().seller(), new ReceiveGoods(order.id(), arrivals));
    }

    private void paid(DemoShop shop, PurchaseOrder order) {
        var payment = new SaveExpense(
                Patch.of("دفعة أمر الشراء " + order.number()),
                Patch.of(order.sums().subTotal()),
                Patch.of(ExpenseType.VARIABLE),
                Patch.of("بضاعة"),
                Patch.of(ReplayClock.replayed().orElseThrow()),
                Patch.of(order.id()),
                Patch.leftOut());
        expenses.book(shop.store(), shop.team().owner(), Currency.IQD, payment);
    }
}
