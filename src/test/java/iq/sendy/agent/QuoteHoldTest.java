package iq.sendy.agent;

import static iq.sendy.Goods.well;
import static iq.sendy.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Shop;
import iq.sendy.agent.AgentQuote.PhoneSource;
import iq.sendy.checkout.OpenShop;
import iq.sendy.meta.ChannelType;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a quote costs, whose phone it has, and what is held for it. */
class QuoteHoldTest extends QuoteScenario {

    @Test
    void a_quote_costs_what_an_order_costs_and_holds_its_goods() {
        var customer = customer();

        var facts = customer.facts("quote_cart", ChatCustomer.cart("ROSE", 2));

        var quote = Objects.requireNonNull(facts.quote());
        assertThat(quote.money().total()).isEqualTo(55_000);
        assertThat(quote.source()).isEqualTo(PhoneSource.VERIFIED);
        assertThat(quote.recipient().phone()).isEqualTo(customer.phone());
        assertThat(facts.amounts()).contains(25_000L, 50_000L, 5_000L, 55_000L);
        assertThat(left("ROSE")).isEqualTo(3);
        assertThat(shop.orders(OpenShop.checkout("ROSE", 4)).status()).isEqualTo(409);
        assertThat(shop.count()).isZero();
    }

    @Test
    void what_was_quoted_a_turn_ago_may_be_said_while_it_stands() {
        var customer = customer();
        customer.quoted("ROSE", 2);

        var standing = standing(customer);

        assertThat(standing.amounts()).contains(25_000L, 50_000L, 5_000L, 55_000L);
        assertThat(standing.quote()).isNull();
        assertThat(standing(customer.another().writes("هلو"))).isEqualTo(TurnFacts.NONE);
        clock.advance(Duration.ofMinutes(16));
        assertThat(standing(customer)).isEqualTo(TurnFacts.NONE);
    }

    private TurnFacts standing(ChatCustomer customer) {
        return CurrentTenant.in(customer.store(), () -> tools.standing(customer.context()));
    }

    @Test
    void a_newer_quote_takes_the_place_of_the_older_one() {
        var customer = customer();
        var first = customer.quoted("ROSE", 5);
        var second = customer.quoted("VASE", 1);

        assertThat(customer.state(first.id())).isEqualTo("Replaced");
        assertThat(left("ROSE")).isEqualTo(5);
        assertThat(left("VASE")).isEqualTo(4);
        customer.taps(first.id().toString(), "confirm");
        assertThat(customer.offered(1)).isEqualTo(second.id().toString());
        assertThat(customer.orders()).isEmpty();
    }

    @Test
    void without_a_phone_it_is_asked_for_and_read_from_what_the_customer_writes() {
        var customer = customer(ChannelType.INSTAGRAM);
        assertThat(customer.told("quote_cart", ChatCustomer.cart("ROSE", 1))
                        .get("problem")
                        .stringValue())
                .isEqualTo("phone_needed");

        customer.writes("رقمي ٠٧٧٠ ٣٣٣ ٤٤٥٥ واريدها اليوم");
        var quote = customer.quoted("ROSE", 1);

        assertThat(Objects.requireNonNull(quote.recipient().phone()).value()).isEqualTo("9647703334455");
        assertThat(quote.source()).isEqualTo(PhoneSource.WRITTEN);
        customer.taps(quote.id().toString(), "confirm");
        customer.hears(1);
        assertThat(customer.orders()).hasSize(1);
        // It is that order's contact and nothing else.
        assertThat(customer.told("get_order_status", "{\"orderRef\":\"1\"}")
                        .get("found")
                        .booleanValue())
                .isTrue();
        assertThat(backstage
                        .jdbc()
                        .sql("select phone is null from messaging.contact where id = :id")
                        .param("id", customer.contact())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void a_phone_that_is_only_written_is_called_first_where_the_shop_wants_proof() {
        shop.decides(Api.object().put("otpAbove", 20_000));
        var customer = customer(ChannelType.INSTAGRAM).writes("0770 333 4466");
        var quote = customer.quoted("ROSE", 1);

        customer.taps(quote.id().toString(), "confirm");

        customer.hears(1);
        assertThat(backstage
                        .jdbc()
                        .sql("select hold_reason from orders.customer_order where store_id = :store")
                        .param("store", customer.store().value())
                        .query(String.class)
                        .single())
                .isEqualTo("UnprovedPhone");
    }

    @Test
    void who_only_asks_does_not_keep_the_shelf_empty() {
        var customer = customer();
        for (var i = 0; i < 6; i++) {
            customer.quoted("ROSE", 5);
        }
        assertThat(left("ROSE")).isZero();

        customer.quoted("ROSE", 5);

        assertThat(left("ROSE")).isEqualTo(5);
        var quote = customer.quoted("ROSE", 5);
        customer.taps(quote.id().toString(), "confirm");
        customer.hears(1);
        assertThat(left("ROSE")).isZero();
    }

    @Test
    void of_quotes_and_checkouts_that_race_for_the_last_pieces_as_many_win_as_there_are() {
        var first = customer();
        var customers =
                List.of(first, first.another().writes("ه"), first.another().writes("و"));

        var won = Shop.atOnce(
                6,
                i -> i < 3
                        ? customers.get(i).calls("quote_cart", ChatCustomer.cart("ROSE", 2))
                                        instanceof ToolOutcome.Told(var _, var facts)
                                && facts.quote() != null
                        : shop.orders(OpenShop.checkout("ROSE", 2)).status() == 200);

        assertThat(won.stream().filter(each -> each)).hasSize(2);
        assertThat(left("ROSE")).isEqualTo(1);
    }

    @Test
    void who_is_erased_leaves_no_name_and_holds_nothing() {
        var customer = customer();
        var quote = customer.quoted("ROSE", 2);

        CurrentTenant.in(customer.store(), () -> {
            customer.inStore(() -> {
                quotes.erase(customer.store(), List.of(customer.conversation()));
                return true;
            });
            return true;
        });

        assertThat(left("ROSE")).isEqualTo(5);
        assertThat(backstage
                        .jdbc()
                        .sql("select coalesce(recipient_name, phone, address) is null from agent.quote where id = :id")
                        .param("id", quote.id())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void a_tap_of_one_who_turns_out_to_be_another_before_it_is_worked_off_places_the_order() {
        var customer = customer();
        var other = customer.another().writes("ه");
        var quote = other.quoted("ROSE", 2);
        var before = other.conversation();

        other.tapsBefore(quote.id().toString(), "confirm", () -> customer.turnsOutToBe(other));

        other.hears(1);
        assertThat(other.conversation()).isNotEqualTo(before);
        assertThat(other.orders()).hasSize(1);
        assertThat(other.state(quote.id())).isEqualTo("Ordered");
        assertThat(left("ROSE")).isEqualTo(3);
        until("nobody waits", () -> !other.waits());
    }

    @Test
    void of_two_who_turn_out_to_be_one_the_newer_quote_is_good_and_all_that_is_known_of_them_has_both() {
        var customer = customer();
        var older = customer.quoted("ROSE", 2);
        var other = customer.another().writes("ه");
        var newer = other.quoted("VASE", 1);

        customer.turnsOutToBe(other);

        assertThat(customer.state(older.id())).isEqualTo("Replaced");
        assertThat(left("ROSE")).isEqualTo(5);
        assertThat(left("VASE")).isEqualTo(4);
        other.taps(newer.id().toString(), "confirm").hears(1);
        assertThat(other.orders()).hasSize(1);
        var known = well(shop.shop().owner().get(Api.STAFF + "/social/contacts/" + other.contact() + "/export"))
                .data()
                .get("quotes");
        assertThat(known.valueStream())
                .extracting(quote -> quote.get("state").stringValue() + " "
                        + quote.at("/items/0/sku").stringValue() + " "
                        + quote.at("/money/total").decimalValue().longValueExact() + " "
                        + quote.at("/recipient/name").stringValue())
                .containsExactly("Replaced ROSE 55000 زينب علي", "Ordered VASE 15000 زينب علي");
        assertThat(known.at("/1/orderId").isNull()).isFalse();
    }
}
