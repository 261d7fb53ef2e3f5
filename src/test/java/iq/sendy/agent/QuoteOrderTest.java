package iq.sendy.agent;

import static iq.sendy.Goods.well;
import static iq.sendy.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.MovableClock;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.World.Backstage;
import iq.sendy.agent.AgentQuote.PhoneSource;
import iq.sendy.agent.ChatCustomer.ChatStage;
import iq.sendy.checkout.OpenShop;
import iq.sendy.messaging.InboundProcessing;
import iq.sendy.meta.ChannelType;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/** An order in a chat: quoted by the agent, held for some minutes, placed by a tap and by nothing else. */
@Scenario
class QuoteOrderTest {

    @Autowired
    Api api;

    @Autowired
    Backstage backstage;

    @Autowired
    MovableClock clock;

    @Autowired
    AgentTools tools;

    @Autowired
    AgentQuotes quotes;

    @Autowired
    InboundProcessing processing;

    @Autowired
    PlatformTransactionManager transactions;

    OpenShop shop;

    @BeforeEach
    void open() {
        shop = OpenShop.opens(api).sells("ROSE", 25_000, 5).sells("VASE", 10_000, 5);
        well(shop.shop().owner().put(Api.STAFF + "/settings", Api.object().put("defaultDeliveryFee", 5_000)));
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    ChatCustomer customer(ChannelType type) {
        return ChatCustomer.at(new ChatStage(tools, processing, transactions, backstage, clock), shop, type)
                .writes("مرحبا، أريد باقة ورد");
    }

    ChatCustomer customer() {
        return customer(ChannelType.WHATSAPP);
    }

    long left(String sku) {
        return shop.left(sku);
    }

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
        var details = well(shop.shop().owner().get(Api.STAFF + "/orders/" + order.get("id").stringValue()));
        assertThat(details.data().at("/timeline/0/actorKind").stringValue()).isEqualTo("agent");
        assertThat(shop.tracks(order.get("publicId").stringValue()).status()).isEqualTo(200);
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
        var customers = List.of(first, first.another().writes("ه"), first.another().writes("و"));

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
    void an_order_is_cancelled_by_people_alone() {
        var customer = customer();
        var quote = customer.quoted("ROSE", 1);
        customer.taps(quote.id().toString(), "confirm");
        customer.hears(1);

        customer.taps(quote.id().toString(), "cancel");

        customer.hears(2);
        assertThat(customer.orders().get(0).get("status").stringValue()).isEqualTo("Pending");
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
}
