package iq.sendy.shop;

import static iq.sendy.Goods.product;
import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.MovableClock;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.Trips;
import iq.sendy.World.Backstage;
import iq.sendy.platform.sql.ChangeMark;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A shop's home that was kept: what it costs to see that nothing has changed, and that whatever has is seen. */
@Scenario
class KeptHomeTest {

    private static final Pattern TABLE = Pattern.compile("(?:from|join)\\s+(\\w+\\.\\w+)");
    private static final Pattern TIME = Pattern.compile("now\\(|current_(?:date|time)|clock_timestamp|timestamptz");

    private static final Duration WITHIN_A_SECOND = Duration.ofMillis(999);

    @Autowired
    Api api;

    @Autowired
    MovableClock clock;

    @Autowired
    Trips trips;

    @Autowired
    Backstage backstage;

    private Front front;

    @BeforeEach
    void open() {
        front = Front.opens(api);
        front.goods().sells("ROSE", 25_000, 9);
        front.goods().sells("VASE", 12_500, 9);
    }

    @AfterEach
    void putTheClockBack() {
        clock.reset();
    }

    private String home() {
        clock.advance(WITHIN_A_SECOND);
        var page = RawRequest.get(api.base()).opens(front.page());
        assertThat(page.status()).as(page.toString()).isEqualTo(200);
        return page.text();
    }

    private void anotherProcess(String change) {
        backstage.anotherProcess(front.shop().storeId(), change + " where store_id = :store::uuid");
    }

    private void pastAllDoors(String change) {
        backstage
                .jdbc()
                .sql(change + " where store_id = :store::uuid")
                .param("store", front.shop().storeId())
                .update();
    }

    /** What changed is there, and nothing comes back of what was there before. */
    private void shows(Runnable change, String... words) {
        var before = home();
        change.run();
        var after = home();
        assertThat(after).contains(words).isNotEqualTo(before);
        assertThat(home()).isEqualTo(after);
    }

    @Test
    void a_home_that_looks_as_it_did_is_sent_again_for_two_trips() {
        var first = home();
        assertThat(home()).isEqualTo(first);

        var made = trips.during(this::home);
        assertThat(made).hasSize(2);
        assertThat(made.getFirst()).startsWith("set local app.store_id");
        assertThat(tables(made)).containsExactly("platform.store_counter");
        // A quantity that is told to nobody changes no page.
        front.counts("ROSE", 8);
        assertThat(home()).isEqualTo(first);
    }

    /** Not each change is audited: what is held for a quote is not. */
    @Test
    void a_change_that_the_feed_alone_tells_of_is_seen() {
        home();
        pastAllDoors("""
                with told as (
                    update platform.store_counter set value = value + 1 where store_id = :store::uuid and name = 'feed'
                )
                update catalog.product set price = price + 250""");

        assertThat(home()).contains("25,250", "12,750");
    }

    @Test
    void what_is_written_past_all_doors_is_seen_within_thirty_seconds() {
        home();
        pastAllDoors("update catalog.product set price = price + 250");
        clock.advance(ChangeMark.TRUSTED);

        assertThat(home()).contains("25,250", "12,750");
    }

    /** {@code change-marks.sql} has every test refuse a change of these tables that moves no mark. */
    @Test
    void whatever_a_home_is_made_of_changes_with_the_mark_and_never_with_time_alone() {
        front.goods().sells("LILY", 7_500, 3);
        front.sets("{\"description\":\"Flowers of the morning\"}");
        var made = trips.during(this::home);
        var marked = backstage.jdbc().sql("""
                        select distinct tgrelid::regclass::text from pg_trigger
                        where tgname like 'shown%' and tgfoid = 'proof.shown'::regproc
                        """).query(String.class).set();

        // A picture never changes: another one has another address, which is the product's.
        marked.addAll(List.of("platform.store_counter", "media.image", "media.rendition"));
        assertThat(tables(made))
                .contains("catalog.product", "inventory.item", "storefront.storefront")
                .isSubsetOf(marked);
        assertThat(made).noneMatch(text -> TIME.matcher(text).find());
    }

    private static Set<String> tables(List<String> statements) {
        return statements.stream()
                .flatMap(text -> TABLE.matcher(text).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    @Test
    void a_product_that_changed_or_came_or_went_is_seen() {
        shows(() -> anotherProcess("update catalog.product set price = price + 250"), "25,250", "12,750");
        shows(() -> anotherProcess("update catalog.product set name = 'Tulip'"), "Tulip");
        shows(() -> front.goods().sells("LILY", 7_500, 3), "/p/LILY", "7,500");
        shows(
                () -> anotherProcess("update catalog.product set image_urls = array['https://cdn.example/a.jpg']"),
                "https://cdn.example/a.jpg");
        anotherProcess("update catalog.product set is_active = sku <> 'VASE'");
        assertThat(home()).contains("/p/LILY").doesNotContain("/p/VASE");
    }

    @Test
    void what_is_left_of_a_product_is_seen_also_when_its_pieces_were_not_counted_before() {
        well(front.goods().saves(product("FREE").put("price", 1_000).put("trackInventory", false)));
        home();
        shows(() -> front.counts("ROSE", 2), "badge warned");
        shows(() -> front.counts("ROSE", 0), "badge bad", "card gone");
        shows(() -> front.counts("VASE", 1), "badge warned");
        front.counts("ROSE", 9);
        front.counts("VASE", 9);
        assertThat(home()).doesNotContain("badge warned", "badge bad");

        shows(() -> anotherProcess("update catalog.product set track_inventory = true"), "badge bad");
    }

    @Test
    void what_an_order_takes_is_seen_and_what_it_gives_back() {
        var order = Shop.order();
        order.remove("orderValue");
        order.putArray("items").addObject().put("sku", "ROSE").put("quantity", 9);
        var placed = new AtomicReference<String>();

        shows(() -> placed.set(well(front.shop().places(order)).data("id")), "badge bad", "card gone");
        var sold = home();
        well(front.shop().key().post(Api.KEYS + "/orders/" + placed.get() + "/cancel"));
        assertThat(home()).doesNotContain("badge bad", "card gone").isNotEqualTo(sold);
    }

    @Test
    void sections_fees_and_the_shop_s_own_words_are_seen() {
        shows(
                () -> {
                    var roses = well(front.goods()
                                    .post("/categories", Api.object().put("name", "Blossoms")))
                            .data("id");
                    anotherProcess("update catalog.product set category_id = '" + roses + "'");
                },
                "Blossoms");
        shows(() -> anotherProcess("update catalog.category set name = 'Petals'"), "Petals");
        var key = front.shop().anonymous().withKey(front.shop().mints("shipping:write"));
        shows(
                () -> well(key.post(
                        Api.KEYS + "/shipping/rules",
                        Api.object()
                                .put("name", "r")
                                .put("ruleType", "FlatRate")
                                .put("cost", 4_250))),
                "4,250");
        shows(() -> front.sets("{\"description\":\"Flowers of the morning\"}"), "Flowers of the morning");
        shows(() -> front.sets("{\"faqs\":[{\"question\":\"When?\",\"answer\":\"<b>Today</b>\"}]}"), "<b>Today</b>");
    }

    @Test
    void a_home_with_other_cards_is_byte_for_byte_the_one_that_is_made_from_nothing() {
        front.sets("{\"deliveryPromise\":\"today\"}");
        home();
        for (var change : List.of(
                "update catalog.product set price = price + 250, compare_at_price = price + 9000",
                "update catalog.product set name = '<b>$1 \\ & Tulip'",
                "update catalog.product set price = null",
                "update catalog.product set is_active = sku <> 'VASE'",
                "update catalog.product set is_active = true, price = 1000",
                "update catalog.product set image_urls = array['https://cdn.example/a.jpg']")) {
            anotherProcess(change);
            var kept = home();
            front.sets("{\"deliveryPromise\":\"tomorrow\"}");
            home();
            front.sets("{\"deliveryPromise\":\"today\"}");
            assertThat(home()).as(change).isEqualTo(kept);
        }
    }

    @Test
    void pages_of_a_home_behind_the_first_are_kept_apart() {
        for (var i = 0; i < ShopWindow.PAGE; i++) {
            well(front.goods().saves(product("P" + i).put("price", 1_000)));
        }
        var first = home();
        var cursor = first.substring(first.indexOf("cursor=") + "cursor=".length());
        var second = RawRequest.get(api.base())
                .opens(front.page() + "?cursor=" + cursor.substring(0, cursor.indexOf('"')))
                .text();

        assertThat(first).contains("/p/P29").doesNotContain("/p/ROSE");
        assertThat(second).contains("/p/ROSE", "/p/VASE").doesNotContain("/p/P29");
        assertThat(home()).isEqualTo(first);
    }
}
