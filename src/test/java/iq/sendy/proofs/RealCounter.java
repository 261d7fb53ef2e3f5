package iq.sendy.proofs;

import iq.sendy.Stall;
import iq.sendy.cashier.CloseSession;
import iq.sendy.cashier.OpenSession;
import iq.sendy.cashier.RegisterSale;
import iq.sendy.kernel.Currency;
import iq.sendy.orders.Checkout;
import iq.sendy.orders.DeliveryMode;
import iq.sendy.orders.DeliveryTerms;
import iq.sendy.orders.FulfillmentType;
import iq.sendy.orders.OrderSource;
import iq.sendy.orders.OrderedGoods;
import iq.sendy.orders.PaymentMethod;
import iq.sendy.orders.PlaceOrder;
import iq.sendy.orders.Recipient;
import iq.sendy.platform.audit.Actor;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The counter of the same shop at Sendy's doors. */
final class RealCounter {

    private final Stall stall;
    private final RealShop shop;
    private UUID session;

    RealCounter(Stall stall, RealShop shop, UUID session) {
        this.stall = stall;
        this.shop = shop;
        this.session = session;
    }

    /** The register is opened; answers the id of its session. */
    static UUID opens(Stall stall) {
        var command = new OpenSession("Main", PaperCounter.OPENING, Currency.IQD);
        return switch (stall.at(doors -> doors.cashierSessions().open(stall.store(), Actor.SYSTEM, command))) {
            case OpenSession.Result.Opened(var report) -> report.session().id();
            case OpenSession.Result.OpenAlready _, OpenSession.Result.PinWanted _ ->
                throw new AssertionError("The register is in use");
        };
    }

    String sell(int phone, List<Move.Pick> picks, @Nullable Long tendered) {
        var said = new RegisterSale(session, null, null, null);
        return shop.place(new PlaceOrder(
                OrderSource.API,
                new Recipient("زينب علي", RealShop.phone(phone), null, null, null, null),
                new OrderedGoods(RealShop.items(picks), null, null, null),
                new DeliveryTerms(FulfillmentType.FROM_TO, DeliveryMode.STANDARD, null),
                new PlaceOrder.Tender(PaymentMethod.CASH_ON_DELIVERY, tendered),
                null,
                null,
                Currency.IQD,
                new Checkout(said, DeliveryMode.PICKUP, PaymentMethod.CASH, List.of())));
    }

    String change() {
        var command = new CloseSession(0, null, 0, Currency.IQD);
        var closed = stall.at(doors -> doors.cashierSessions().close(stall.store(), Actor.SYSTEM, session, command));
        session = opens(stall);
        return closed instanceof CloseSession.Result.Closed(var report)
                ? "changed " + report.expectedCash()
                : closed.toString();
    }
}
