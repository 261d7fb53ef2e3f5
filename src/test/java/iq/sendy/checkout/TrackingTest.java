package iq.sendy.checkout;

import static iq.sendy.Goods.well;
import static iq.sendy.checkout.OpenShop.checkout;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Scenario;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What whoever has the code of an order sees of it. */
@Scenario
public class TrackingTest {

    @Autowired
    Api api;

    private OpenShop shop;

    @BeforeEach
    void open() {
        shop = OpenShop.opens(api).sells("ROSE", 10_000, 100);
    }

    @Test
    void where_it_is_is_shown_and_whose_it_is_is_not() {
        var checkout = checkout("ROSE", 2).put("customerPhone", "07701234567").put("notes", "الطابق الثالث");
        var placed = well(shop.orders(checkout));
        for (var status : List.of("Confirmed", "InTransit")) {
            well(shop.shop()
                    .key()
                    .post(
                            Api.KEYS + "/orders/" + placed.data("id") + "/status",
                            Api.object().put("status", status).put("note", "عند أبي علي")));
        }
        well(shop.shop()
                .key()
                .put(
                        Api.KEYS + "/orders/"
                                + well(shop.orders(checkout("ROSE", 1))).data("id"),
                        checkout));

        var seen = shop.tracks(placed.data("publicId").toLowerCase(Locale.ROOT));

        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.header("Cache-Control")).isEqualTo("no-store");
        assertThat(seen.data("publicId")).isEqualTo(placed.data("publicId"));
        assertThat(seen.data("status")).isEqualTo("InTransit");
        assertThat(seen.data("timeline").replaceAll("\"occurredAt\":\"[^\"]*\"", "t"))
                .isEqualTo("[{\"status\":\"Pending\",t},{\"status\":\"Confirmed\",t},{\"status\":\"InTransit\",t}]");
        assertThat(seen.data("customerName")).isEqualTo("ز… ع…");
        assertThat(seen.data("customerPhone")).isEqualTo("*******567");
        assertThat(seen.data("province")).isEqualTo("بغداد");
        assertThat(seen.data("items")).isEqualTo("[{\"name\":\"باقة ROSE\",\"quantity\":2,\"lineTotal\":20000}]");
        assertThat(seen.data("totals.total")).isEqualTo("20000");
        assertThat(seen.data("payment.status")).isEqualTo("Due");
        assertThat(seen.text()).doesNotContain("زينب", "0123", "الطابق", "أبي علي", "الزوية", placed.data("id"));
    }

    @Test
    void another_shops_orders_and_what_is_no_code_are_not_there() {
        var other = OpenShop.opens(api).sells("ROSE", 10_000, 100);
        var placed = well(shop.orders(checkout("ROSE", 1)));
        var unknown = shop.tracks("SN-2222-2222");

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(other.tracks(placed.data("publicId")).bytes()).isEqualTo(unknown.bytes());
        assertThat(shop.tracks(placed.data("id")).bytes()).as("its id").isEqualTo(unknown.bytes());
        assertThat(shop.tracks("%F0%9F%8C%B9").bytes()).isEqualTo(unknown.bytes());
        assertThat(unknown.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void only_the_first_letters_of_odd_names_are_shown() {
        assertThat(CustomerMask.name("  👨‍👩‍👧  b c d e f g h ")).isEqualTo("👨… b… c… d… e… f…");
        assertThat(CustomerMask.name("x")).isEqualTo("x…");
    }
}
