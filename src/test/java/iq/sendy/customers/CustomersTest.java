package iq.sendy.customers;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.MovableClock;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One record per phone: what orders count, what the shop says, and who is found. */
@Scenario
public class CustomersTest {

    private static final String CUSTOMERS = Api.KEYS + "/customers";
    private static final String ZAINAB = "0770 123 4567";

    @Autowired
    Api api;

    @Autowired
    Customers customers;

    @Autowired
    Pipeline pipeline;

    @Autowired
    UuidGenerator uuidGenerator;

    @Autowired
    MovableClock clock;

    @Autowired
    PlatformTransactionManager transactions;

    private Api key = Api.at("");
    private StoreId store = StoreId.PLATFORM;

    @BeforeEach
    void open() {
        var shop = Shop.opens(api);
        key = api.withKey(shop.mints("customers:read", "customers:write"));
        store = new StoreId(UUID.fromString(shop.storeId()));
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void the_first_order_makes_the_record_and_later_ones_leave_its_name_alone() {
        assertThat(orders(ZAINAB, "زينب علي")).isTrue();
        clock.advance(Duration.ofMinutes(5));
        assertThat(orders("+964 (770) ١٢٣-٤٥٦٧", "Zainab")).isTrue();

        var found = key.get(CUSTOMERS);
        assertThat(found.data("totalCount")).isEqualTo("1");
        assertThat(found.data("items.0.name")).isEqualTo("زينب علي");
        assertThat(found.data("items.0.phone")).isEqualTo("9647701234567");
        assertThat(found.data("items.0.ordersCount")).isEqualTo("2");
        assertThat(found.data("items.0.collectedTotal")).isEqualTo("0");
        assertThat(found.data("items.0.tags")).isEqualTo("[]");
        assertThat(found.data("items.0.isBlocked")).isEqualTo("false");
        assertThat(found.data("items.0.notes")).isEqualTo("null");
        assertThat(found.data("items.0.lastOrderAt")).isGreaterThan(found.data("items.0.createdAt"));
        var id = found.data("items.0.id");
        assertThat(key.get(CUSTOMERS + "/" + id).data())
                .isEqualTo(found.data().get("items").get(0));
        assertThat(key.get(CUSTOMERS + "/" + id).data().propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "phone",
                        "name",
                        "notes",
                        "tags",
                        "isBlocked",
                        "ordersCount",
                        "deliveredCount",
                        "refusedCount",
                        "returnedCount",
                        "collectedTotal",
                        "lastOrderAt",
                        "createdAt",
                        "updatedAt");
    }

    @Test
    void a_phone_that_came_without_a_name_takes_the_first_one_that_is_given() {
        orders(ZAINAB, null);
        orders(ZAINAB, "زينب");

        assertThat(key.get(CUSTOMERS + "?q=" + encoded("زينب")).data("totalCount"))
                .isEqualTo("1");
    }

    @Test
    void a_first_order_at_the_same_moment_from_many_doors_is_one_record() {
        var ordered = Shop.atOnce(8, i -> orders(ZAINAB, "Name " + i));

        assertThat(ordered).containsOnly(true);
        assertThat(key.get(CUSTOMERS).data("totalCount")).isEqualTo("1");
        assertThat(key.get(CUSTOMERS).data("items.0.ordersCount")).isEqualTo("8");
    }

    @Test
    void many_buyers_are_counted_in_one_statement() {
        var buyers = List.of(
                new Buyer(uuidGenerator.next(), phone("07809998877"), "سارة", 3),
                new Buyer(uuidGenerator.next(), phone(ZAINAB), "زينب", 1));

        var counted = customers.ordered(store, buyers, clock.instant());
        send(counted);

        assertThat(counted.answer()).containsExactlyInAnyOrder(phone(ZAINAB), phone("07809998877"));
        assertThat(key.get(CUSTOMERS + "?q=8877").data("items.0.ordersCount")).isEqualTo("3");
    }

    @Test
    void a_blocked_customer_orders_nothing_and_is_known_as_blocked() {
        orders(ZAINAB, "زينب");
        assertThat(standing().first()).map(CustomerStanding::blocked).contains(false);

        var blocked = key.put(CUSTOMERS + "/" + id(), Api.object().put("isBlocked", true));

        assertThat(blocked.data("isBlocked")).isEqualTo("true");
        assertThat(standing().first()).map(CustomerStanding::blocked).contains(true);
        assertThat(orders(ZAINAB, "زينب")).isFalse();
        assertThat(key.get(CUSTOMERS).data("items.0.ordersCount")).isEqualTo("1");
        key.put(CUSTOMERS + "/" + id(), Api.object().putNull("isBlocked"));
        assertThat(orders(ZAINAB, "زينب")).isTrue();
    }

    @Test
    void nobody_stands_anywhere_before_the_first_order() {
        assertThat(standing().first()).isEmpty();
    }

    @Test
    void what_comes_of_the_orders_is_counted_with_the_money() {
        orders(ZAINAB, "زينب");
        var now = clock.instant();
        var zainab = phone(ZAINAB);

        send(customers.delivered(store, zainab, 30_000, now));
        send(customers.delivered(store, zainab, 20_000, now));
        send(customers.refused(store, zainab, now));
        send(customers.refunded(store, zainab, 5_000, now));
        send(customers.returned(store, zainab, 15_000, now));

        var found = key.get(CUSTOMERS + "/" + id());
        assertThat(found.data("deliveredCount")).isEqualTo("2");
        assertThat(found.data("refusedCount")).isEqualTo("1");
        assertThat(found.data("returnedCount")).isEqualTo("1");
        assertThat(found.data("collectedTotal")).isEqualTo("30000");
    }

    @Test
    void the_shop_says_of_a_customer_what_it_likes() {
        orders(ZAINAB, "زينب");
        var path = CUSTOMERS + "/" + id();

        var changed = key.put(
                path,
                Api.object(
                        "{\"name\": \" زينب حسن \", \"notes\": \"مساءً\", \"tags\": [\"VIP\", \"حي\", \"VIP\"], \"ordersCount\": 9}"));

        assertThat(changed.data("name")).isEqualTo("زينب حسن");
        assertThat(changed.data("tags")).isEqualTo("[\"VIP\",\"حي\"]");
        assertThat(changed.data("ordersCount")).isEqualTo("1");
        assertThat(key.put(path, Api.object()).data("notes")).isEqualTo("مساءً");
        var cleared = key.put(path, Api.object().putNull("notes").putNull("tags"));
        assertThat(cleared.data("notes")).isEqualTo("null");
        assertThat(cleared.data("tags")).isEqualTo("[]");
        assertThat(key.get(CUSTOMERS + "?q=" + encoded("حسن")).data("totalCount"))
                .isEqualTo("1");
    }

    @Test
    void a_name_can_be_taken_away() {
        orders(ZAINAB, "زينب");

        var nameless = key.put(CUSTOMERS + "/" + id(), Api.object().putNull("name"));

        assertThat(nameless.status()).as(nameless.text()).isEqualTo(200);
        assertThat(nameless.data("name")).isEqualTo("null");
        assertThat(key.get(CUSTOMERS + "?q=" + encoded("زينب")).data("totalCount"))
                .isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"name": 5}            | name field.invalid
            {"tags": "VIP"}        | tags field.invalid
            {"tags": ["VIP", ""]}  | tags[1] field.required
            {"isBlocked": "yes"}   | isBlocked field.invalid
            """)
    void what_cannot_be_said_is_refused(String fields, String fault) {
        orders(ZAINAB, "زينب");

        assertThat(key.put(CUSTOMERS + "/" + id(), Api.object(fields)).faults()).containsExactly(fault);
    }

    @Test
    void a_customer_is_found_by_a_part_of_the_name_however_it_is_spelt_and_by_the_phone() {
        orders(ZAINAB, "أحمد مُوسى");
        orders("07809998877", "سارة");

        for (var q : List.of("احمد", "موسي", "أحـمـد", "0770 123 4567", "+964 770 1234567", "4567", "٤٥٦٧")) {
            assertThat(total("?q=" + encoded(q))).as(q).isEqualTo("1");
        }
        assertThat(total("?q=567")).as("fewer than four digits are no phone").isEqualTo("0");
        assertThat(total("?q=" + encoded("محمود"))).isEqualTo("0");
        assertThat(total("?q=" + encoded("%"))).isEqualTo("0");
        assertThat(total("?q=" + encoded("ـ"))).as("a mark alone").isEqualTo("0");
        assertThat(total("?q=")).isEqualTo("2");
    }

    @Test
    void a_cursor_goes_through_all_customers_newest_first() {
        for (var i = 0; i < 5; i++) {
            orders("078000000" + (10 + i), "C" + i);
        }
        var first = key.get(CUSTOMERS + "?per_page=3&q=c");
        var rest = key.get(CUSTOMERS + "?per_page=3&q=c&cursor=" + first.data("nextCursor"));

        assertThat(first.data().get("items").size() + rest.data().get("items").size())
                .isEqualTo(5);
        assertThat(first.data("totalPages")).isEqualTo("2");
        assertThat(rest.data("nextCursor")).isEqualTo("null");
        assertThat(key.get(CUSTOMERS + "?page=0").faults()).containsExactly("page paging.invalid");
    }

    @Test
    void another_stores_customer_is_not_there() {
        orders(ZAINAB, "زينب");
        var path = CUSTOMERS + "/" + id();
        var foreign = api.withKey(Shop.opens(api).mints("customers:read", "customers:write"));

        for (var each : List.of(path, CUSTOMERS + "/x", CUSTOMERS + "/019301c0-0000-7000-8000-000000000001")) {
            assertThat(foreign.get(each).status()).isEqualTo(404);
            assertThat(foreign.put(each, Api.object().put("name", 5)).status()).isEqualTo(404);
        }
        assertThat(foreign.get(CUSTOMERS).data("totalCount")).isEqualTo("0");
    }

    @Test
    void who_may_not_is_told_what_is_missing() {
        var shop = Shop.opens(api);

        assertThat(shop.key().get(CUSTOMERS).json().get("message").stringValue())
                .isEqualTo("Missing scope: customers:read");
        assertThat(shop.owner().get(Api.STAFF + "/customers").status()).isEqualTo(200);
    }

    private boolean orders(String phone, @Nullable String name) {
        var ordered = customers.ordered(
                store, List.of(new Buyer(uuidGenerator.next(), phone(phone), name, 1)), clock.instant());
        send(ordered);
        return ordered.first().isPresent();
    }

    private Query<CustomerStanding> standing() {
        var standing = customers.standings(store, List.of(phone(ZAINAB)));
        send(standing);
        return standing;
    }

    private void send(Query<?> statement) {
        CurrentTenant.in(store, () -> {
            new TransactionTemplate(transactions).executeWithoutResult(_ -> pipeline.send(statement));
            return true;
        });
    }

    private String id() {
        return key.get(CUSTOMERS).data("items.0.id");
    }

    private String total(String query) {
        return key.get(CUSTOMERS + query).data("totalCount");
    }

    private static Phone phone(String typed) {
        return Phone.parse(typed).orElseThrow();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
