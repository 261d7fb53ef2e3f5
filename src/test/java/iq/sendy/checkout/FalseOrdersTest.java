package iq.sendy.checkout;

import static iq.sendy.Goods.well;
import static iq.sendy.checkout.OpenShop.checkout;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.MovableClock;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.World.Backstage;
import iq.sendy.buyers.OneTimeCodes;
import iq.sendy.checkout.store.SentCheckoutStore;
import iq.sendy.geography.Geography;
import iq.sendy.kernel.Currency;
import iq.sendy.kernel.StoreId;
import iq.sendy.orders.GuardedOrders;
import iq.sendy.orders.OrderQuotes;
import iq.sendy.orders.Orders;
import iq.sendy.platform.body.Binder;
import iq.sendy.platform.secrets.Digests;
import iq.sendy.platform.tenancy.CurrentTenant;
import iq.sendy.platform.tenancy.TransientConflict;
import iq.sendy.platform.tenancy.WriteConflict;
import iq.sendy.storefront.OpenStorefronts;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.ObjectNode;

/** Orders that nobody means: what is sent twice, too often, by machines, or with a phone that is somebody else's. */
@Scenario
class FalseOrdersTest {

    private static final String NETWORK = "10.9.8.7";

    @Autowired
    Api api;

    @Autowired
    MovableClock clock;

    @Autowired
    Backstage backstage;

    @Autowired
    GuardedOrders guarded;

    @Autowired
    Orders orders;

    @Autowired
    OrderQuotes quotes;

    @Autowired
    SentCheckoutStore checkouts;

    @Autowired
    OneTimeCodes codes;

    @Autowired
    Digests digests;

    @Autowired
    Geography geography;

    @Autowired
    OpenStorefronts storefronts;

    @Autowired
    PlatformTransactionManager transactions;

    private OpenShop shop;
    private ShopOrders counting;

    @BeforeEach
    void open() {
        shop = OpenShop.opens(api).sells("ROSE", 10_000, 10_000);
        var guards = new CheckoutGuards(guarded, checkouts, codes, digests, clock, true);
        counting = new ShopOrders(guarded, orders, quotes, guards, geography);
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void a_form_that_is_sent_again_gives_its_order_for_as_long_as_a_browser_may_send_it() {
        var checkout = checkout("ROSE", 1);
        var first = placed(sends(checkout, "tab-1"));
        clock.advance(Duration.ofHours(71));

        var again = placed(sends(checkout, "tab-1"));
        var changed = placed(sends(checkout("ROSE", 7), "tab-1"));

        assertThat(again.duplicate()).isTrue();
        assertThat(again.order().id()).isEqualTo(first.order().id());
        assertThat(changed.duplicate()).as("with other content").isTrue();
        assertThat(changed.order().id()).isEqualTo(first.order().id());
        assertThat(placed(sends(checkout("ROSE", 7), "tab-2")).duplicate()).isFalse();
        assertThat(shop.count()).isEqualTo(2);
    }

    @Test
    void thirty_of_one_form_at_once_are_one_order_whoever_they_name() {
        var answers = Shop.atOnce(30, i -> placed(sends(checkout("ROSE", 1 + i % 3), "tab")));

        assertThat(answers)
                .extracting(answer -> answer.order().id())
                .containsOnly(answers.getFirst().order().id());
        assertThat(answers).filteredOn(answer -> !answer.duplicate()).hasSize(1);
        assertThat(shop.count()).isEqualTo(1);
    }

    @Test
    void a_token_of_another_shop_is_none_here() {
        var other = OpenShop.opens(api).sells("ROSE", 10_000, 10);
        placed(sends(checkout("ROSE", 1), "same"));

        var elsewhere = placed(sends(other, checkout("ROSE", 1), "same", NETWORK));

        assertThat(elsewhere.duplicate()).isFalse();
        assertThat(other.count()).isEqualTo(1);
    }

    @Test
    void what_was_not_committed_leaves_nothing_behind() {
        var checkout = checkout("ROSE", 1);
        var lost = in(
                shop,
                () -> new TransactionTemplate(transactions).execute(status -> {
                    status.setRollbackOnly();
                    return place(shop, checkout, new CheckoutVisit(NETWORK, "lost", null));
                }));
        assertThat(lost).isInstanceOf(ShopCheckout.Result.Placed.class);

        assertThat(placed(sends(checkout, "lost")).duplicate()).isFalse();
        assertThat(shop.count()).isEqualTo(1);
        assertThat(shop.left("ROSE")).isEqualTo(9_999);
    }

    @Test
    void a_phone_has_five_open_orders_and_no_sixth_though_thirty_come_at_once() {
        var phone = Shop.newPhone();

        var answers = Shop.atOnce(30, i -> shop.orders(checkout("ROSE", 1 + i).put("customerPhone", phone)));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(5);
        assertThat(answers).filteredOn(answer -> answer.status() != 200).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.faults()).containsExactly("customerPhone order.too_many");
        });
        assertThat(shop.count()).isEqualTo(5);
        var first = answers.stream()
                .filter(answer -> answer.status() == 200)
                .findFirst()
                .orElseThrow();
        well(shop.shop().key().post(Api.KEYS + "/orders/" + first.data("id") + "/cancel"));
        assertThat(shop.orders(checkout("ROSE", 50).put("customerPhone", phone)).status())
                .as("with one that is open no more")
                .isEqualTo(200);
    }

    @Test
    void a_phone_has_ten_orders_a_day_whatever_became_of_them() {
        var phone = Shop.newPhone();
        for (var i = 1; i <= 10; i++) {
            var id = well(shop.orders(checkout("ROSE", i).put("customerPhone", phone)))
                    .data("id");
            well(shop.shop().key().post(Api.KEYS + "/orders/" + id + "/cancel"));
        }

        assertThat(shop.orders(checkout("ROSE", 11).put("customerPhone", phone)).faults())
                .containsExactly("customerPhone order.too_many");
        clock.advance(Duration.ofDays(1));
        assertThat(shop.orders(checkout("ROSE", 11).put("customerPhone", phone)).status())
                .isEqualTo(200);
    }

    @Test
    void a_network_of_many_new_phones_is_called_first_and_at_last_refused() {
        newcomers(49);
        assertThat(placed(sends(checkout("ROSE", 1), null)).order().progress().hold())
                .isNull();

        var held = placed(sends(checkout("ROSE", 1), null)).order();

        assertThat(held.progress().hold()).hasToString("ManyNewcomers");
        assertThat(shop.shop().moves(held.id().toString(), "Ready").status())
                .as("nobody has called")
                .isEqualTo(409);
        assertThat(well(shop.shop().key().get(Api.KEYS + "/orders?confirmation=due"))
                        .data()
                        .get("items")
                        .valueStream()
                        .map(order -> order.get("holdReason").toString()))
                .contains("\"ManyNewcomers\"");
        well(shop.shop().moves(held.id().toString(), "Confirmed"));
        well(shop.shop().moves(held.id().toString(), "Ready"));
        newcomers(290);
        var answers = Shop.atOnce(30, _ -> sends(checkout("ROSE", 1), null));
        assertThat(answers)
                .filteredOn(ShopCheckout.Result.Placed.class::isInstance)
                .hasSize(10);
        assertThat(answers)
                .filteredOn(answer -> !(answer instanceof ShopCheckout.Result.Placed))
                .hasOnlyElementsOfType(ShopCheckout.Result.TooManyNewcomers.class);
        assertThat(placed(sends(shop, checkout("ROSE", 1), null, "10.9.8.8")).duplicate())
                .as("from another network")
                .isFalse();
        clock.advance(Duration.ofHours(1));
        assertThat(placed(sends(checkout("ROSE", 1), null)).order().progress().hold())
                .isNull();
    }

    @Test
    void what_fills_in_the_field_that_nobody_sees_is_not_stored_and_may_try_again() {
        var checkout = checkout("ROSE", 1);

        var trapped = in(shop, () -> place(shop, checkout, new CheckoutVisit(NETWORK, "tab", null, "http://spam")));

        assertThat(trapped).isInstanceOf(ShopCheckout.Result.Unlikely.class);
        assertThat(shop.count()).isZero();
        assertThat(placed(sends(checkout, "tab")).duplicate()).isFalse();
    }

    @Test
    void who_refused_parcels_before_and_who_wants_very_many_pieces_is_called_first() {
        var phone = Shop.newPhone();
        for (var i = 1; i <= 2; i++) {
            var id = well(shop.orders(checkout("ROSE", i).put("customerPhone", phone)))
                    .data("id");
            for (var status : List.of("Confirmed", "InTransit", "Refused")) {
                well(shop.shop().moves(id, status));
            }
        }

        assertThat(held(checkout("ROSE", 3).put("customerPhone", phone))).isEqualTo("RefusedBefore");
        assertThat(held(checkout("ROSE", 101))).isEqualTo("ManyPieces");
        assertThat(held(checkout("ROSE", 100))).isEqualTo("null");
    }

    @Test
    void phones_and_forms_are_kept_as_digests_and_for_three_days() {
        var checkout = checkout("ROSE", 1);
        sends(checkout, "tab");
        clock.advance(Duration.ofHours(73));
        sends(checkout("ROSE", 1), "other");

        var kept = backstage
                .jdbc()
                .sql("select count(*) from checkout.sent_checkout where store_id = :store")
                .param("store", UUID.fromString(shop.shop().storeId()))
                .query(Long.class)
                .single();

        assertThat(kept).isEqualTo(1);
    }

    private String held(ObjectNode checkout) {
        var id = well(shop.orders(checkout)).data("id");
        return well(shop.shop().key().get(Api.KEYS + "/orders/" + id)).data("holdReason");
    }

    /** So many phones that are new have ordered from the network within this hour. */
    private void newcomers(int count) {
        backstage
                .jdbc()
                .sql("""
                        insert into checkout.newcomer_count as c (store_id, network_digest, newcomers, ends_at)
                        values (:store, :network, :count, now() + interval '50 minutes')
                        on conflict (store_id, network_digest) do update set newcomers = :count
                        """)
                .param("store", UUID.fromString(shop.shop().storeId()))
                .param("network", digests.of("checkout|network", shop.shop().storeId() + " " + NETWORK))
                .param("count", count)
                .update();
    }

    private ShopCheckout.Result sends(ObjectNode checkout, @Nullable String token) {
        return sends(shop, checkout, token, NETWORK);
    }

    /** As the edge does it: what was overtaken, or waited in vain for a lock, runs again; oftener on a busy machine. */
    private ShopCheckout.Result sends(OpenShop at, ObjectNode checkout, @Nullable String token, String network) {
        var visit = new CheckoutVisit(network, token, null);
        return IntStream.range(0, 20)
                .boxed()
                .flatMap(_ -> attempt(at, checkout, visit).stream())
                .findFirst()
                .orElseThrow();
    }

    private List<ShopCheckout.Result> attempt(OpenShop at, ObjectNode checkout, CheckoutVisit visit) {
        try {
            return List.of(in(at, () -> place(at, checkout, visit)));
        } catch (DataAccessException | WriteConflict overtaken) {
            if (!TransientConflict.is(overtaken)) {
                throw overtaken;
            }
            return List.of();
        }
    }

    private ShopCheckout.Result place(OpenShop at, ObjectNode checkout, CheckoutVisit visit) {
        var front = storefronts
                .of(new StoreId(UUID.fromString(at.shop().storeId())))
                .orElseThrow();
        var bound = Binder.row(ShopCheckout.class, checkout, Currency.IQD);
        return new TransactionTemplate(transactions).execute(_ -> counting.place(front, bound, visit));
    }

    private static <T> T in(OpenShop at, ScopedValue.CallableOp<T, RuntimeException> work) {
        return CurrentTenant.in(new StoreId(UUID.fromString(at.shop().storeId())), work);
    }

    private static ShopCheckout.Result.Placed placed(ShopCheckout.Result result) {
        assertThat(result).isInstanceOf(ShopCheckout.Result.Placed.class);
        return (ShopCheckout.Result.Placed) result;
    }
}
