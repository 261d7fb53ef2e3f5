package iq.sendy.agent;

import static iq.sendy.Goods.well;
import static iq.sendy.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Shop;
import iq.sendy.checkout.OpenShop;
import iq.sendy.messaging.OutboundDrafts;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** An order in a chat: quoted by the agent, placed by a tap and by nothing else. */
class QuoteOrderTest extends QuoteScenario {

    @Test
    void a_tap_places_the_order_and_the_customer_has_its_number_and_link() {
        var customer = customer();
        var quote = customer.quoted("ROSE", 2);

        customer.taps(quote.id().toString(), "confirm");

        customer.hears(1);
        var order = customer.orders().get(0);
        assertThat(customer.orders()).hasSize(1);
        assertThat(order.get("source").stringValue()).isEqualTo("Social");
        assertThat(order.get("total").intValue()).isEqualTo(55_000);
        assertThat(order.get("customerPhone").stringValue())
                .isEqualTo(Objects.requireNonNull(customer.phone()).value());
        assertThat(left("ROSE")).isEqualTo(3);
        assertThat(customer.state(quote.id())).isEqualTo("Ordered");
        var details = well(
                shop.shop().owner().get(Api.STAFF + "/orders/" + order.get("id").stringValue()));
        assertThat(details.data().at("/timeline/0/actor/kind").stringValue()).isEqualTo("agent");
        assertThat(shop.tracks(order.get("publicId").stringValue()).status()).isEqualTo(200);
    }

    @Test
    void what_is_called_otherwise_since_is_ordered_all_the_same() {
        var customer = customer();
        var quote = customer.quoted("ROSE", 5);
        var rose = quote.items().getFirst().product();
        well(shop.shop()
                .owner()
                .put(Api.STAFF + "/catalog/products/" + rose, Api.object().put("sku", "ROSE-RED")));

        customer.taps(quote.id().toString(), "confirm");

        customer.hears(1);
        assertThat(customer.orders()).hasSize(1);
        assertThat(customer.orders().get(0).at("/items/0/sku").stringValue()).isEqualTo("ROSE-RED");
        assertThat(left("ROSE-RED")).isZero();
    }

    @Test
    void tapped_twice_and_at_once_it_is_one_order() {
        var customer = customer();
        var quote = customer.quoted("ROSE", 1);

        Shop.atOnce(4, _ -> customer.taps(quote.id().toString(), "confirm"));
        customer.worksOff(QuoteJobs.CONFIRM);

        assertThat(customer.orders()).hasSize(1);
        assertThat(left("ROSE")).isEqualTo(4);
        customer.hears(1);
        assertThat(customer.sent()).hasSize(1);
        until("nobody waits", () -> !customer.waits());
    }

    @Test
    void tapped_again_its_answer_is_right_above_and_after_a_minute_it_is_said_again() {
        var customer = customer();
        var quote = customer.quoted("ROSE", 1);
        customer.taps(quote.id().toString(), "confirm").hears(1);
        customer.worksOff(OutboundDrafts.SEND);

        customer.taps(quote.id().toString(), "confirm").worksOff(QuoteJobs.CONFIRM);

        assertThat(customer.waits()).isFalse();
        assertThat(customer.sent()).hasSize(1);
        clock.advance(Duration.ofMinutes(2));
        assertThat(customer.taps(quote.id().toString(), "confirm").hears(2)).isEqualTo(customer.hears(1));
        assertThat(customer.orders()).hasSize(1);
    }

    @Test
    void buttons_tapped_in_turn_leave_the_order_and_what_people_are_to_do_about_it() {
        var customer = customer();
        var quote = customer.quoted("ROSE", 1);
        customer.taps(quote.id().toString(), "confirm").hears(1);
        customer.tapsWithTheAgent(quote.id().toString(), "cancel").hears(2);

        tapsInTurn(customer, quote.id().toString());

        assertThat(customer.sent()).hasSize(2);
        assertThat(customer.orders()).hasSize(1);
        assertThat(customer.state(quote.id())).isEqualTo("Ordered");
        assertThat(customer.status()).isEqualTo("Open");
        assertThat(customer.waits()).as("for people, who may cancel it").isTrue();
    }

    @Test
    void buttons_tapped_in_turn_leave_what_was_cancelled_and_one_offer_of_the_same() {
        var customer = customer();
        var quote = customer.quoted("ROSE", 1);
        customer.taps(quote.id().toString(), "cancel").hears(1);
        customer.taps(quote.id().toString(), "confirm").hears(2);

        tapsInTurn(customer, quote.id().toString());

        assertThat(customer.sent()).hasSize(2);
        assertThat(customer.orders()).isEmpty();
        assertThat(customer.state(quote.id())).isEqualTo("Cancelled");
        assertThat(left("ROSE")).isEqualTo(4);
        until("nobody waits", () -> !customer.waits());
        clock.advance(Duration.ofMinutes(2));
        assertThat(customer.taps(quote.id().toString(), "cancel").hears(3)).isEqualTo(customer.hears(1));
    }

    private static void tapsInTurn(ChatCustomer customer, String quote) {
        for (var tap = 0; tap < 18; tap++) {
            customer.taps(quote, tap % 2 == 0 ? "confirm" : "cancel");
        }
        customer.worksOff(QuoteJobs.CONFIRM).worksOff(OutboundDrafts.SEND);
    }

    @Test
    void what_else_was_asked_is_still_waited_for() {
        var customer = customer();
        var quote = customer.quoted("ROSE", 1);
        customer.taps(quote.id().toString(), "cancel").hears(1);
        customer.worksOff(OutboundDrafts.SEND);

        customer.writes("عدكم توليب؟").taps(quote.id().toString(), "cancel").worksOff(QuoteJobs.CONFIRM);

        assertThat(customer.waits()).isTrue();
        assertThat(customer.sent()).hasSize(1);
    }

    @Test
    void tapped_after_its_time_the_same_goods_are_offered_anew() {
        var customer = customer();
        var quote = customer.quoted("ROSE", 2);
        clock.advance(Duration.ofMinutes(16));
        customer.jobsAreDue();
        until("its goods are free", () -> left("ROSE") == 5);
        assertThat(customer.state(quote.id())).isEqualTo("Expired");

        customer.taps(quote.id().toString(), "confirm");

        var renewed = customer.offered(1);
        assertThat(renewed).isNotEqualTo(quote.id().toString());
        customer.taps(quote.id().toString(), "confirm").worksOff(QuoteJobs.CONFIRM);
        customer.worksOff(OutboundDrafts.SEND);
        assertThat(customer.sent()).as("it is right above").hasSize(1);
        assertThat(customer.orders()).isEmpty();
        assertThat(left("ROSE")).isEqualTo(3);
        customer.taps(renewed, "confirm");
        customer.hears(2);
        assertThat(customer.orders()).hasSize(1);
        assertThat(left("ROSE")).isEqualTo(3);
    }

    @Test
    void tapped_after_a_price_changed_it_is_offered_at_the_new_one() {
        var customer = customer();
        var quote = customer.quoted("ROSE", 1);
        well(shop.goods().saves(Goods.product("ROSE").put("price", 30_000)));

        customer.taps(quote.id().toString(), "confirm");

        var renewed = customer.offered(1);
        assertThat(customer.orders()).isEmpty();
        assertThat(customer.state(quote.id())).isEqualTo("Replaced");
        customer.taps(renewed, "confirm");
        customer.hears(2);
        assertThat(customer.orders().get(0).get("total").intValue()).isEqualTo(35_000);
        assertThat(left("ROSE")).isEqualTo(4);
    }

    @Test
    void what_is_gone_by_then_is_said_to_be() {
        var customer = customer();
        var quote = customer.quoted("ROSE", 5);
        clock.advance(Duration.ofMinutes(16));
        customer.jobsAreDue();
        until("its goods are free", () -> left("ROSE") == 5);
        assertThat(shop.orders(OpenShop.checkout("ROSE", 1)).status()).isEqualTo(200);

        customer.taps(quote.id().toString(), "confirm");

        customer.hears(1);
        assertThat(customer.orders()).hasSize(1);
        assertThat(left("ROSE")).isEqualTo(4);
    }

    @Test
    void a_product_that_is_not_for_sale_any_more_is_not_ordered() {
        var customer = customer();
        var quote = customer.quoted("ROSE", 1);
        well(shop.goods().saves(Goods.product("ROSE").put("isActive", false)));

        customer.taps(quote.id().toString(), "confirm");

        customer.hears(1);
        assertThat(customer.orders()).isEmpty();
        assertThat(customer.state(quote.id())).isEqualTo("Expired");
    }

    @Test
    void the_other_button_frees_the_goods() {
        var customer = customer();
        var quote = customer.quoted("ROSE", 2);

        customer.taps(quote.id().toString(), "cancel");

        customer.hears(1);
        assertThat(left("ROSE")).isEqualTo(5);
        assertThat(customer.orders()).isEmpty();
        assertThat(customer.state(quote.id())).isEqualTo("Cancelled");
    }

    @Test
    void nobody_else_can_tap_it_and_words_are_no_tap() {
        var customer = customer();
        var quote = customer.quoted("ROSE", 1);
        var stranger = customer.another().writes("مرحبا");

        stranger.taps(quote.id().toString(), "confirm");
        customer.writes("نعم").writes("quote:" + quote.id() + ":confirm");
        stranger.worksOff(QuoteJobs.CONFIRM);

        assertThat(customer.orders()).isEmpty();
        assertThat(customer.state(quote.id())).isEqualTo("Open");
    }

    @Test
    void a_tap_on_a_quote_that_is_not_theirs_goes_to_people() {
        var quote = customer().quoted("ROSE", 1);
        var stranger = customer().another().writes("مرحبا");

        stranger.tapsWithTheAgent(quote.id().toString(), "confirm");

        stranger.hears(1);
        assertThat(stranger.status()).isEqualTo("Open");
    }

    @Test
    void an_order_is_cancelled_by_people_alone() {
        var customer = customer();
        var quote = customer.quoted("ROSE", 1);
        customer.taps(quote.id().toString(), "confirm");
        customer.hears(1);

        customer.tapsWithTheAgent(quote.id().toString(), "cancel");
        customer.hears(2);
        customer.taps(quote.id().toString(), "cancel");
        customer.worksOff(QuoteJobs.CONFIRM);
        customer.worksOff(OutboundDrafts.SEND);

        assertThat(customer.sent())
                .as("people have it, and nobody is told so again")
                .hasSize(2);
        assertThat(customer.orders().get(0).get("status").stringValue()).isEqualTo("Pending");
    }
}
