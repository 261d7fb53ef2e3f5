package iq.sendy.purchasing;

import static iq.sendy.Goods.well;
import static iq.sendy.purchasing.Buying.arrived;
import static iq.sendy.purchasing.Buying.order;
import static iq.sendy.purchasing.Buying.receipt;
import static iq.sendy.purchasing.Buying.with;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Goods that come where a row of stock holds the most that it may, which is a hundred million pieces. */
@Scenario
class FullShelvesTest {

    @Autowired
    Api api;

    private Buying shop;
    private String rose;

    @BeforeEach
    void open() {
        shop = Buying.opens(api);
        rose = shop.lists("ROSE");
    }

    private void counts(long pieces) {
        well(shop.goods.put(
                "/catalog/inventory/" + shop.goods.row("ROSE"), Api.object().put("quantityOnHand", pieces)));
    }

    @Test
    void a_receipt_that_does_not_fit_is_refused_whole() {
        counts(99_999_999);
        var id = shop.sends(with(with(order(), shop.lists("LILY"), 3, 10), rose, 2, 10));
        var all = arrived(arrived(receipt(), shop.item(id, 0), 3, 0), shop.item(id, 1), 2, 0);

        var refused = shop.receives(id, all);

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.faults()).containsExactly("items[1].accepted field.out_of_range");
        assertThat(refused.text()).contains("from 0 to 1");
        var stepped = shop.moves(id, "Received");
        assertThat(stepped.faults()).containsExactly("receipts[1].accepted field.out_of_range");
        assertThat(shop.get(id).data("status")).isEqualTo("Sent");
        assertThat(shop.get(id).data("amountReceived")).isEqualTo("0");
        assertThat(shop.onHand("LILY")).isEqualTo("0");
        assertThat(shop.onHand("ROSE")).isEqualTo("99999999");

        well(shop.receives(id, arrived(arrived(receipt(), shop.item(id, 0), 3, 0), shop.item(id, 1), 1, 1)));
        assertThat(shop.onHand("ROSE")).isEqualTo("100000000");
    }

    @Test
    void two_lines_of_one_product_share_its_room() {
        counts(99_999_999);
        var id = shop.sends(with(with(order(), rose, 1, 10), rose, 1, 20));
        var both = arrived(arrived(receipt(), shop.item(id, 0), 1, 0), shop.item(id, 1), 1, 0);

        assertThat(shop.receives(id, both).faults()).containsExactly("items[1].accepted field.out_of_range");
    }

    @Test
    void receipts_of_different_orders_at_once_never_take_in_more_than_fits() {
        counts(99_999_998);
        var ids = IntStream.range(0, 8)
                .mapToObj(_ -> shop.sends(with(order(), rose, 1, 10)))
                .toList();

        var statuses = Shop.atOnce(8, i -> shop.receives(ids.get(i), 0, 1, 0).status());

        assertThat(statuses).isSubsetOf(200, 400);
        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(2);
        assertThat(shop.onHand("ROSE")).isEqualTo("100000000");
    }
}
