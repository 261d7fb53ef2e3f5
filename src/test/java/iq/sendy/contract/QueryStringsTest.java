package iq.sendy.contract;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What holds for the query string of every list, as the OpenAPI document knows them: contract sections 1 and 16. */
@Scenario
class QueryStringsTest {

    private static final String HUGE = "99999999999999999999";

    /** It has a feed's paging: from an event on, and not by numbers. */
    private static final String FEED = Api.STAFF + "/events";

    @Autowired
    Api api;

    private Shop shop;
    private List<Question> questions;

    /** A GET without an id in its path that reads a query. */
    private record Question(String path, List<JsonNode> parameters) {

        boolean paged() {
            return names().anyMatch("page"::equals);
        }

        Stream<String> names() {
            return parameters.stream().map(parameter -> parameter.get("name").stringValue());
        }

        /** Those that are no paging. */
        List<String> filters() {
            return names().filter(name -> !List.of("page", "pageSize", "cursor").contains(name))
                    .sorted()
                    .toList();
        }
    }

    @BeforeEach
    void open() {
        shop = Shop.opens(api);
        questions = new ArrayList<>();
        api.get("/openapi.json").json().get("paths").propertyStream().forEach(path -> {
            var read = path.getValue()
                    .at("/get/parameters")
                    .valueStream()
                    .filter(parameter -> parameter.get("in").stringValue().equals("query"))
                    .toList();
            if (!read.isEmpty()
                    && path.getKey().startsWith(Api.STAFF + "/")
                    && !path.getKey().startsWith(Api.KEYS + "/")
                    && !path.getKey().contains("{")) {
                questions.add(new Question(path.getKey(), read));
            }
        });
        assertThat(questions).hasSizeGreaterThan(20);
        assertThat(questions.stream().filter(Question::paged)).hasSizeGreaterThan(18);
    }

    private Stream<Question> lists() {
        return questions.stream().filter(Question::paged);
    }

    private Api.Reply asks(Question question, String query) {
        return shop.owner().get(question.path() + "?" + query);
    }

    @Test
    void names_are_read_in_any_letter_case() {
        assertThat(Stream.concat(lists().map(Question::path), Stream.of(FEED))).allSatisfy(path -> {
            for (var name : List.of("Per_Page", "PAGESIZE", "per_page", "PageSize")) {
                assertThat(well(shop.owner().get(path + "?" + name + "=2")).data("pageSize"))
                        .as(name)
                        .isEqualTo("2");
                assertThat(shop.owner().get(path + "?" + name + "=101").status())
                        .isEqualTo(400);
            }
        });
    }

    @Test
    void a_page_past_the_end_is_empty_however_far() {
        assertThat(lists()).allSatisfy(list -> {
            for (var page : List.of("1000", "1000000001", "2000000000", "2147483648", HUGE, "٩".repeat(20))) {
                var past = well(asks(list, "Page=" + Goods.encoded(page)));
                assertThat(past.data().get("items")).isEmpty();
                assertThat(past.data("nextCursor")).isEqualTo("null");
            }
        });
    }

    @Test
    void every_fault_of_filters_and_paging_is_told_at_once() {
        assertThat(questions)
                .filteredOn(question -> !question.path().equals(FEED))
                .allSatisfy(question -> {
                    var query = new StringBuilder(question.paged() ? "PAGE=0&pageSIZE=0&cursor=x" : "");
                    var wrong = new ArrayList<String>();
                    for (var filter : question.filters()) {
                        query.append('&')
                                .append(filter.toUpperCase(Locale.ROOT))
                                .append("=x%00");
                        wrong.add(filter + " filter.invalid");
                    }
                    if (question.paged()) {
                        wrong.addAll(
                                List.of("cursor cursor.invalid", "page paging.invalid", "pageSize paging.invalid"));
                    }

                    assertThat(asks(question, query.toString()).faults()).containsExactlyInAnyOrderElementsOf(wrong);
                });
        assertThat(shop.owner().get(FEED + "?per_page=0&after=a&cursor=b").faults())
                .containsExactly("cursor cursor.invalid", "per_page paging.invalid");
        assertThat(shop.owner()
                        .get(Api.STAFF + "/discounts/codes/validate?orderValue=-1")
                        .faults())
                .containsExactly("code field.required", "orderValue field.out_of_range");
        assertThat(shop.owner()
                        .get(Api.STAFF + "/orders/export?from=2026-01-02&to=2026-01-01&format=pdf")
                        .faults())
                .containsExactly("format filter.invalid", "from range.invalid");
    }

    @Test
    void a_name_that_takes_one_value_is_sent_once() {
        assertThat(questions).allSatisfy(question -> {
            for (var parameter : question.parameters()) {
                var name = parameter.get("name").stringValue();
                var several = parameter.at("/schema/type").stringValue("").equals("array");
                var twice = name + "=1&" + name.toUpperCase(Locale.ROOT) + "=1";

                if (!several) {
                    assertThat(asks(question, twice).faults()).as(name).contains(name + " filter.invalid");
                }
            }
        });
        assertThat(well(shop.owner().get(Api.STAFF + "/orders?unknown=1&unknown=2&q=&q="))
                        .data("totalCount"))
                .isEqualTo("0");
    }

    @Test
    void a_period_is_judged_by_the_day_of_the_store() {
        for (var list : List.of("/orders", "/audit-log")) {
            // The first day of the year ends in Baghdad while it is nine in the evening in London.
            assertThat(shop.owner()
                            .get(Api.STAFF + list + "?from=2026-01-01T22:00:00Z&to=2026-01-01")
                            .faults())
                    .as(list)
                    .containsExactly("from range.invalid");
            well(shop.owner().get(Api.STAFF + list + "?from=2026-01-01T20:00:00Z&to=2026-01-01"));
        }
    }

    @Test
    void a_path_that_leads_nowhere_is_said_before_what_is_wrong_with_the_query() {
        var goods = Goods.of(shop);
        goods.sells("ROSE", 1_000, 3);
        var there = List.of(
                "/orders/" + shop.placesOne() + "/return-requests",
                "/catalog/inventory/" + goods.row("ROSE") + "/movements",
                "/webhooks/" + subscription() + "/deliveries");
        for (var path : there) {
            var nowhere = path.replaceFirst("[0-9a-f-]{36}", UUID.randomUUID().toString());
            for (var query : List.of("page=0", "cursor=x&per_page=0", "page=1&page=1")) {
                assertThat(shop.owner().get(Api.STAFF + nowhere + "?" + query).faults())
                        .containsExactly("resource.not_found");
                assertThat(shop.owner().get(Api.STAFF + path + "?" + query).status())
                        .isEqualTo(400);
            }
        }
        assertThat(shop.owner()
                        .get(Api.STAFF + there.getLast() + "?eventId=x&status=x&page=0")
                        .faults())
                .containsExactly("eventId filter.invalid", "page paging.invalid", "status filter.invalid");
    }

    private String subscription() {
        return well(shop.owner().post(Api.STAFF + "/webhooks", Api.object().put("url", "http://127.0.0.1:9/hook")))
                .data("id");
    }

    @Test
    void a_cursor_belongs_to_what_its_list_hangs_on() {
        var goods = Goods.of(shop);
        goods.sells("ROSE", 1_000, 3);
        goods.sells("LILY", 1_000, 3);
        for (var sku : List.of("ROSE", "LILY")) {
            well(goods.post(
                    "/catalog/inventory/" + goods.row(sku) + "/adjust",
                    Api.object().put("delta", 1).put("reason", "وصل")));
        }
        var roses = "/catalog/inventory/" + goods.row("ROSE") + "/movements?per_page=1";
        var lilies = "/catalog/inventory/" + goods.row("LILY") + "/movements?per_page=1";
        var cursor = "&cursor=" + well(goods.get(roses)).data("nextCursor");

        well(goods.get(roses + cursor));
        assertThat(goods.get(lilies + cursor).faults()).containsExactly("cursor cursor.invalid");
    }
}
