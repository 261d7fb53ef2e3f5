package iq.sendy.shop;

import static iq.sendy.Goods.encoded;
import static iq.sendy.Goods.product;
import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.MovableClock;
import iq.sendy.Scenario;
import iq.sendy.Trips;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What visitors are shown of a catalogue: in which order, page by page, and what a search or a category finds. */
@Scenario
public class ShopWindowTest {

    @Autowired
    Api api;

    @Autowired
    MovableClock clock;

    @Autowired
    Trips trips;

    private Front front;

    @BeforeEach
    void open() {
        front = Front.opens(api);
    }

    @AfterEach
    void putTheClockBack() {
        clock.reset();
    }

    private List<String> listed(String query) {
        return well(api.get(front.address() + "/products" + query))
                .data()
                .get("items")
                .valueStream()
                .map(item -> item.get("sku").stringValue())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"newest,false", "price,false", "-price,false", "newest,true", "price,true", "-price,true"})
    void pages_follow_a_cursor_in_every_order_and_skip_and_repeat_nothing(String sort, boolean askForPrice) {
        front.decides("{\"currencyCode\":\"IQD\",\"askForPrice\":" + askForPrice + "}");
        for (var i = 0; i < 7; i++) {
            var each = product("P" + i);
            if (i % 3 != 0) {
                each.put("price", 1_000L * (i % 2));
            }
            well(front.goods().saves(each));
        }
        clock.advance(Duration.ofSeconds(1));
        var whole = listed("?sort=" + sort);
        assertThat(whole).hasSize(askForPrice ? 7 : 4);

        var found = new ArrayList<String>();
        var next = "";
        do {
            var page = well(api.get(front.address() + "/products?pageSize=2&sort=" + sort + next));
            page.data()
                    .get("items")
                    .valueStream()
                    .forEach(item -> found.add(item.get("sku").stringValue()));
            var cursor = page.data().get("nextCursor");
            next = cursor.isNull() ? "" : "&cursor=" + cursor.stringValue();
        } while (!next.isEmpty());
        assertThat(found).isEqualTo(whole);
    }

    @Test
    void a_search_finds_what_the_shops_own_people_find() {
        well(front.goods()
                .saves(product("R-1").put("price", 1).put("name", "وردة حمراء").put("barcode", "6281000000012")));
        well(front.goods().saves(product("T-1").put("price", 1).put("name", "زنبق أبيض")));

        for (var q : List.of("ورده", "حمراء", "r-1", "٦٢٨١٠٠٠٠٠٠٠١٢")) {
            assertThat(listed("?q=" + encoded(q))).as(q).containsExactly("R-1");
        }
        assertThat(listed("?q=" + encoded("لا شيء"))).isEmpty();
        assertThat(listed("?q=%25&sort=price")).isEmpty();
    }

    @Test
    void a_category_has_what_stands_below_it_and_an_empty_one_is_not_shown() {
        var flowers = category("Flowers", null);
        var roses = category("Roses", flowers);
        category("Empty", null);
        var hidden = category("Hidden", null);
        well(front.goods().saves(product("ROSE").put("price", 1).put("categoryId", roses)));
        well(front.goods().saves(product("OTHER").put("price", 1)));
        well(front.goods()
                .saves(product("INACTIVE")
                        .put("price", 1)
                        .put("isActive", false)
                        .put("categoryId", hidden)));

        assertThat(listed("?categoryId=" + flowers)).containsExactly("ROSE");
        assertThat(listed("?categoryId=" + UUID.randomUUID())).isEmpty();
        var shown = well(api.get(front.address())).data().get("categories");
        assertThat(shown.valueStream().map(each -> each.get("name").stringValue()))
                .containsExactly("Flowers", "Roses");
        assertThat(shown.get(1).get("parentCategoryId").stringValue()).isEqualTo(flowers);
    }

    private String category(String name, @Nullable String parent) {
        var body = Api.object().put("name", name);
        if (parent != null) {
            body.put("parentCategoryId", parent);
        }
        return well(front.goods().post("/categories", body)).data("id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?sort=cheap",
                "?categoryId=x",
                "?q=a&q=b",
                "?page=0",
                "?pageSize=101",
                "?cursor=abc",
                "?page=1&cursor=abc"
            })
    void what_cannot_be_read_is_said(String query) {
        assertThat(api.get(front.address() + "/products" + query).status()).isEqualTo(400);
    }

    @Test
    void all_that_is_wrong_with_a_query_is_said_at_once() {
        assertThat(api.get(front.address() + "/products?sort=cheap&categoryId=x&pageSize=0")
                        .faults())
                .containsExactlyInAnyOrder(
                        "sort filter.invalid", "categoryId filter.invalid", "pageSize paging.invalid");
    }

    @Test
    void another_shops_products_and_cursors_are_unknown() {
        for (var i = 0; i < 3; i++) {
            front.goods().sells("P" + i, 1_000, 1);
        }
        var cursor = well(api.get(front.address() + "/products?pageSize=1")).data("nextCursor");
        var other = Front.opens(api);

        assertThat(api.get(other.address() + "/products/P0").status()).isEqualTo(404);
        assertThat(api.get(other.address() + "/products?pageSize=1&cursor=" + cursor)
                        .faults())
                .containsExactly("cursor cursor.invalid");
        assertThat(api.get(front.address() + "/products?pageSize=1&sort=price&cursor=" + cursor)
                        .faults())
                .containsExactly("cursor cursor.invalid");
    }

    @Test
    void the_front_of_a_shop_costs_two_trips_beyond_its_opening() {
        front.goods().sells("ROSE", 25_000, 9);
        clock.stop();
        well(api.get(front.address()));
        clock.advance(Duration.ofSeconds(1));

        var made = trips.during(() -> well(api.get(front.address())));
        assertThat(made.stream().filter(trip -> trip.contains("catalog.") || trip.contains("inventory.")))
                .hasSize(2);
        assertThat(made).hasSizeLessThanOrEqualTo(2 + 1 + 3);
        assertThat(trips.during(() -> well(api.get(front.address())))).isEmpty();
    }
}
