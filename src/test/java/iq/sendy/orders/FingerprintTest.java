package iq.sendy.orders;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.kernel.Currency;
import iq.sendy.kernel.Phone;
import iq.sendy.orders.model.NewOrder;
import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Fingerprints are stored with references: an order that is sent again after an upgrade must still be the same. */
class FingerprintTest {

    @Test
    void the_fingerprint_of_an_order_stays_what_it_is() {
        var area = UUID.fromString("a1b10358-97d4-5103-a3a0-08c5cf65be8a");
        var place = new GeoPoint(new BigDecimal("33.30"), new BigDecimal("44.42"));
        var order = new PlaceOrder(
                OrderSource.API,
                new Recipient("زينب علي", new Phone("9647701234567"), "الكرادة", "BG", area, place),
                new OrderedGoods(List.of(new PlaceOrder.Item("ROSE", null, 2, null)), null, "EID10", null),
                new DeliveryTerms(FulfillmentType.FROM_TO, DeliveryMode.STANDARD, 5_000L),
                new PlaceOrder.Tender(PaymentMethod.CASH_ON_DELIVERY, 30_000L),
                "IG-1042",
                null,
                Currency.IQD);

        assertThat(HexFormat.of().formatHex(NewOrder.fingerprint(order).toArray()))
                .isEqualTo("476b657af2d34d74fc34b1c430de99bf35e54f23db028a64a4ab60b6b1f14d3a");
    }
}
