package iq.sendy.orders;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The list of orders: filters, search, pages and cursors. */
@Scenario
class OrderListTest {

    @Autowired
    Api api;

    Shop shop;

    @BeforeEach
    void open() {
        shop = Shop.opens(api);
    }

    @Test
    void filters_hold_together() {
        var cancelled = shop.placesOne();
        shop.key().delete(Api.KEYS + "/orders/" + cancelled);
        shop.places(Shop.order().put("customerPhone", "07801112233").put("externalRef", "IG-7"));
        shop.owner().post(Api.STAFF + "/orders", Shop.order());

        assertThat(total("status=cancelled")).isEqualTo("1");
        assertThat(total("status=Pending,Cancelled")).isEqualTo("3");
        assertThat(total("source=dashboard")).isEqualTo("1");
        assertThat(total("source=Api&status=Pending")).isEqualTo("1");
        assertThat(total("phone=" + encoded("+964 780 111 2233"))).isEqualTo("1");
        assertThat(total("externalRef=IG-7")).isEqualTo("1");
        assertThat(total("externalRef=")).isEqualTo("3");
        assertThat(total("unknown=1")).isEqualTo("3");
        assertThat(total("from=2020-01-01&to=2099-12-31")).isEqualTo("3");
        assertThat(total("to=2020-01-01")).isEqualTo("0");
    }

    @Test
    void a_search_finds_number_ids_name_and_phone_however_they_are_spelt() {
        var order = shop.places(
                Shop.order().put("customerName", "أحمد مُوسى الحلاّق").put("externalRef", "IG-55"));
        shop.places(Shop.order().put("customerName", "سارة").put("customerPhone", "07909998877"));

        for (var q : List.of(
                "احمد",
                "موسي",
                "الحلاق",
                "أحـمـد",
                "IG-55",
                "ig-55",
                "ＩＧ-٥٥",
                order.data("publicId"),
                order.data("publicId").toLowerCase(java.util.Locale.ROOT),
                order.data("publicId").replace("-", ""),
                order.data("publicId").replace("-", " "),
                "1",
                "#1",
                "#١",
                "١",
                "0770 123 4567",
                "4567",
                "٤٥٦٧",
                "9647701234567")) {
            assertThat(total("q=" + encoded(q))).as(q).isEqualTo("1");
        }
        assertThat(total("q=567")).as("fewer than four digits are no phone").isEqualTo("0");
        assertThat(total("q=" + encoded("محمود"))).isEqualTo("0");
        assertThat(total("q=" + encoded("%"))).isEqualTo("0");
    }

    /** The length is kept with each name; the page is merged from the newest of each. */
    @Test
    void a_search_counts_each_order_once_and_goes_through_all_names_by_age() {
        var names = List.of("علي حسن", "علي حسين", "علي حسن", "زيد", "علي كاظم");
        var placed = names.stream()
                .map(name -> shop.places(Shop.order().put("customerName", name)).data("id"))
                .toList();
        shop.places(Shop.order().put("customerName", "محل IG-9").put("externalRef", "IG-9"));
        shop.places(Shop.order().put("customerName", "IG-9 فرع"));
        shop.places(Shop.order().put("customerName", "نور").put("externalRef", "ig-9"));
        shop.key().delete(Api.KEYS + "/orders/" + placed.get(1));

        assertThat(total("q=" + encoded("علي"))).isEqualTo("4");
        assertThat(numbers("q=" + encoded("علي") + "&per_page=1")).containsExactly("5", "3", "2", "1");
        assertThat(numbers("q=" + encoded("علي") + "&per_page=1&status=Pending"))
                .containsExactly("5", "3", "1");
        assertThat(total("q=" + encoded("علي") + "&status=Pending")).isEqualTo("3");
        assertThat(total("q=" + encoded("علي") + "&status=Cancelled,Delivered")).isEqualTo("1");
        assertThat(total("q=IG-9")).isEqualTo("3");
        assertThat(numbers("q=IG-9&per_page=2")).containsExactly("8", "7", "6");
        assertThat(total("status=Cancelled,Cancelled")).isEqualTo("1");
    }

    /** By cursor, to the end. */
    private List<String> numbers(String query) {
        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var page = shop.key().get(Api.KEYS + "/orders?" + query + cursor);
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            page.data()
                    .get("items")
                    .forEach(order -> seen.add(order.get("number").toString()));
            cursor = page.data().get("nextCursor").isNull() ? "" : "&cursor=" + page.data("nextCursor");
        } while (!cursor.isEmpty());
        return seen;
    }

    @ParameterizedTest
    @CsvSource({
        "status=Lost,status filter.invalid",
        "'status=Pending,',status filter.invalid",
        "source=Fax,source filter.invalid",
        "phone=123,phone filter.invalid",
        "from=yesterday,from filter.invalid",
        "from=2026-01-02T10:00:00,from filter.invalid",
        "from=2026-01-02&to=2026-01-01,from range.invalid",
        "page=0,page paging.invalid",
        "page=x,page paging.invalid",
        "page=00,page paging.invalid",
        "page=1.0,page paging.invalid",
        "page=-99999999999999999999,page paging.invalid",
        "per_page=99999999999999999999,per_page paging.invalid",
        "page=1&Page=1,page filter.invalid",
        "q=a&Q=a,q filter.invalid",
        "per_page=0,per_page paging.invalid",
        "per_page=101,per_page paging.invalid",
        "pageSize=101,pageSize paging.invalid",
        "cursor=abc,cursor cursor.invalid"
    })
    void what_cannot_be_read_is_refused(String query, String fault) {
        var refused = shop.key().get(Api.KEYS + "/orders?" + query);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.faults()).containsExactly(fault);
    }

    @Test
    void several_faults_are_named_at_once() {
        assertThat(shop.key()
                        .get(Api.KEYS + "/orders?status=a&source=b&page=-1")
                        .faults())
                .containsExactly("page paging.invalid", "source filter.invalid", "status filter.invalid");
        assertThat(shop.key()
                        .get(Api.KEYS + "/orders?from=2026-01-02&to=2026-01-01&page=0")
                        .faults())
                .containsExactly("from range.invalid", "page paging.invalid");
    }

    @Test
    void pages_are_numbered_and_the_last_has_no_cursor() {
        places(5);

        var first = shop.key().get(Api.KEYS + "/orders?Page=1&PageSize=2");
        var last = shop.key().get(Api.KEYS + "/orders?page=3&per_page=2");
        var past = shop.key().get(Api.KEYS + "/orders?page=9&per_page=2");

        assertThat(first.data("totalCount")).isEqualTo("5");
        assertThat(first.data("totalPages")).isEqualTo("3");
        assertThat(first.data("nextCursor")).isNotEqualTo("null");
        assertThat(last.data().get("items")).hasSize(1);
        assertThat(last.data("nextCursor")).isEqualTo("null");
        assertThat(past.status()).isEqualTo(200);
        assertThat(past.data().get("items")).isEmpty();
    }

    @Test
    void a_list_of_words_is_sent_with_commas_and_by_its_name_again() {
        shop.key().delete(Api.KEYS + "/orders/" + shop.placesOne());
        shop.moves(shop.placesOne(), "Confirmed");
        shop.placesOne();

        assertThat(total("status=Pending&status=Cancelled")).isEqualTo("2");
        assertThat(total("STATUS=pending,confirmed&Status=Cancelled")).isEqualTo("3");
        assertThat(total("status=Pending&status=&Status=PENDING")).isEqualTo("1");
        assertThat(shop.key()
                        .get(Api.KEYS + "/orders?status=Pending&status=Lost")
                        .faults())
                .containsExactly("status filter.invalid");
    }

    @Test
    void a_cursor_goes_on_with_its_own_filters_alone() {
        places(3);
        var filters = "status=Pending,Cancelled&from=2020-01-01";
        var cursor = shop.key().get(Api.KEYS + "/orders?per_page=1&" + filters).data("nextCursor");

        for (var same : List.of(filters, "From=2020-01-01&q=&status=cancelled&status=Pending&unknown=1")) {
            assertThat(total("per_page=2&" + same + "&cursor=" + cursor)).isEqualTo("null");
        }
        for (var other : List.of("", "status=Pending", filters + "&q=1", "status=Pending,Cancelled")) {
            assertThat(shop.key()
                            .get(Api.KEYS + "/orders?" + other + "&cursor=" + cursor)
                            .faults())
                    .as(other)
                    .containsExactly("cursor cursor.invalid");
        }
    }

    @Test
    void a_cursor_neither_skips_nor_repeats_when_orders_come_in_meanwhile() {
        places(9);
        var seen = new ArrayList<String>();
        var page = shop.key().get(Api.KEYS + "/orders?per_page=4");
        while (true) {
            page.data()
                    .get("items")
                    .forEach(order -> seen.add(order.get("number").toString()));
            places(1);
            if (page.data().get("nextCursor").isNull()) {
                break;
            }
            page = shop.key().get(Api.KEYS + "/orders?per_page=4&cursor=" + page.data("nextCursor"));
        }

        assertThat(seen).containsExactly("9", "8", "7", "6", "5", "4", "3", "2", "1");
    }

    @Test
    void a_cursor_works_only_where_it_was_made() {
        places(3);
        var cursor = shop.key().get(Api.KEYS + "/orders?per_page=1").data("nextCursor");
        var other = Shop.opens(api);

        assertThat(other.key().get(Api.KEYS + "/orders?cursor=" + cursor).faults())
                .containsExactly("cursor cursor.invalid");
        assertThat(shop.key().get(Api.KEYS + "/orders?page=1&cursor=" + cursor).faults())
                .containsExactly("cursor cursor.invalid");
        assertThat(shop.key()
                        .get(Api.KEYS + "/orders?cursor=" + cursor.substring(1))
                        .status())
                .isEqualTo(400);
        assertThat(shop.owner().get(Api.STAFF + "/orders?cursor=" + cursor).status())
                .isEqualTo(200);
    }

    @Test
    void a_store_sees_its_own_orders_alone() {
        Shop.opens(api).placesOne();

        assertThat(total("")).isEqualTo("0");
        assertThat(total("status=Pending")).isEqualTo("0");
    }

    private void places(int orders) {
        for (var i = 0; i < orders; i++) {
            shop.placesOne();
        }
    }

    private String total(String query) {
        var listed = shop.key().get(Api.KEYS + "/orders?" + query);
        assertThat(listed.status()).as(listed.text()).isEqualTo(200);
        return listed.data("totalCount");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
