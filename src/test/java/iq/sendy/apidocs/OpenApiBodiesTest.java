package iq.sendy.apidocs;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Bodies as a typed client has them: what it must send, what it may leave out, and what they look like. */
@Scenario
class OpenApiBodiesTest {

    @Autowired
    Api api;

    private JsonNode document;

    @BeforeEach
    void read() {
        document = api.get("/openapi.json").json();
    }

    private JsonNode operation(String method, String path) {
        return document.get("paths").get(path).get(method);
    }

    private JsonNode schema(String method, String path) {
        var reference = operation(method, Api.STAFF + path).at("/requestBody/content/application~1json/schema/$ref");
        return document.at(reference.stringValue().substring(1));
    }

    @Test
    void a_change_requires_no_field_and_a_new_resource_says_what_it_needs() {
        for (var path : List.of(
                "/discounts/codes",
                "/discounts/rules",
                "/shipping/rules",
                "/webhooks",
                "/rbac/roles",
                "/staff",
                "/categories",
                "/catalog/products",
                "/warehouses")) {
            assertThat(schema("post", path).path("required")).as(path).isNotEmpty();
            assertThat(schema("put", path + "/{id}").path("required")).as(path).isEmpty();
            assertThat(operation("post", Api.STAFF + path)
                            .at("/requestBody/required")
                            .booleanValue())
                    .as(path)
                    .isTrue();
            assertThat(operation("put", Api.STAFF + path + "/{id}")
                            .at("/requestBody/required")
                            .booleanValue())
                    .as(path)
                    .isFalse();
        }
        assertThat(schema("put", "/orders/{id}").get("required"))
                .isEqualTo(schema("post", "/orders").get("required"));
        assertThat(schema("put", "/staff/{id}").at("/examples/0").has("password"))
                .isFalse();
    }

    @Test
    void a_change_without_a_body_changes_nothing_and_a_new_resource_hears_what_it_lacks() {
        var owner = Shop.opens(api).owner();
        var code = owner.post(Api.STAFF + "/discounts/codes", example("post", "/discounts/codes"));
        assertThat(code.status()).as(code.text()).isEqualTo(200);
        var same = owner.put(Api.STAFF + "/discounts/codes/" + code.data("id"), Api.object());
        assertThat(same.status()).as(same.text()).isEqualTo(200);
        var nothing = owner.post(Api.STAFF + "/discounts/codes");
        assertThat(nothing.status()).isEqualTo(400);
        assertThat(nothing.faults())
                .containsExactly("code field.required", "discountType field.required", "discountValue field.required");
        assertThat(owner.post(Api.STAFF + "/categories").faults()).containsExactly("name field.required");
    }

    private JsonNode example(String method, String path) {
        return operation(method, Api.STAFF + path).at("/requestBody/content/application~1json/example");
    }

    @Test
    void examples_of_requests_can_be_sent_as_they_stand() {
        var registered = api.post(
                "/api/v1/auth/register",
                ((ObjectNode) operation("post", "/api/v1/auth/register")
                                .at("/requestBody/content/application~1json/example")
                                .deepCopy())
                        .put("phone", Shop.newPhone())
                        .put("slug", "as-the-document-says"));
        assertThat(registered.status()).as(registered.text()).isEqualTo(200);
        var owner = api.withToken(registered.data("accessToken"));
        for (var path : List.of(
                "/settings",
                "/categories",
                "/catalog/products",
                "/warehouses",
                "/discounts/codes",
                "/discounts/rules",
                "/shipping/rules",
                "/rbac/roles",
                "/api-keys",
                "/orders",
                "/orders/quote",
                "/orders/bulk")) {
            var made = owner.post(Api.STAFF + path, example("post", path));
            assertThat(made.status()).as(path + " " + made.text()).isEqualTo(200);
            if (document.get("paths").has(Api.STAFF + path + "/{id}") && !path.equals("/orders")) {
                var put = Api.STAFF + path + "/" + made.data("id");
                var changed = owner.put(put, example("put", path + "/{id}"));
                assertThat(changed.status())
                        .as("PUT " + path + " " + changed.text())
                        .isEqualTo(200);
            }
            if (path.equals("/orders")) {
                var order = Api.STAFF + path + "/" + made.data("id");
                for (var change : List.of("", "/items")) {
                    var changed = owner.put(order + change, example("put", "/orders/{id}" + change));
                    assertThat(changed.status())
                            .as("PUT " + change + " " + changed.text())
                            .isEqualTo(200);
                }
                assertThat(owner.post(order + "/status", example("post", "/orders/{id}/status"))
                                .status())
                        .isEqualTo(200);
                assertThat(owner.post(order + "/cancel", example("post", "/orders/{id}/cancel"))
                                .status())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void no_example_shows_the_name_of_its_own_field_or_a_gap() {
        var placeholders = new ArrayList<String>();
        placeholders(document, "", "", placeholders);
        assertThat(placeholders).isEmpty();
    }

    /** Only below examples; the last name on the way is the field's. */
    private static void placeholders(JsonNode node, String field, String path, List<String> found) {
        if (node.isString() && path.contains("/example")) {
            var text = node.stringValue();
            var refusal = path.matches("/components/examples/[45].*");
            if (!refusal && (text.equals(field) || text.equals("string") || text.equals(ExampleAnswers.UNKNOWN))) {
                found.add(path);
            }
        }
        node.propertyStream()
                .forEach(child -> placeholders(child.getValue(), child.getKey(), path + "/" + child.getKey(), found));
        for (var i = 0; node.isArray() && i < node.size(); i++) {
            placeholders(node.get(i), field, path + "/" + i, found);
        }
    }

    @Test
    void every_answer_in_an_envelope_has_an_example_that_its_schema_allows() {
        var checked = 0;
        for (var path : document.get("paths")) {
            for (var operation : path) {
                var json = operation.at("/responses/200/content/application~1json");
                if (json.isMissingNode()) {
                    continue;
                }
                var example =
                        document.at(json.at("/examples/done/$ref").stringValue().substring(1));
                var schema = (ObjectNode) json.get("schema").deepCopy();
                schema.set("components", document.get("components"));
                assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                                .getSchema(schema)
                                .validate(example.get("value")))
                        .as(operation.get("operationId").stringValue())
                        .isEmpty();
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(100);
    }

    @Test
    void what_may_come_is_told_the_statuses_and_codes_and_who_answers() {
        assertThat(operation("get", Api.KEYS + "/events").get("responses").has("404"))
                .isTrue();
        assertThat(operation("get", "/api/v1/address-reference/provinces")
                        .get("responses")
                        .has("304"))
                .isTrue();
        var register = operation("post", "/api/v1/auth/register")
                .at("/responses/400/$ref")
                .stringValue();
        assertThat(document.at(register.substring(1)).get("content").toString()).contains("phone.invalid");
        var place = operation("post", Api.STAFF + "/orders")
                .at("/responses/400/$ref")
                .stringValue();
        assertThat(document.at(place.substring(1)).get("content").toString())
                .contains("field.out_of_range", "field.unknown_value", "field.too_long", "phone.invalid");
        assertThat(refusal(Api.STAFF + "/orders")).contains("filter.invalid", "paging.invalid", "range.invalid");
        assertThat(refusal(Api.STAFF + "/discounts/codes/validate"))
                .contains("filter.invalid", "field.required", "field.out_of_range");
        assertThat(document.at("/servers/0/url").stringValue())
                .isEqualTo(api.base().replace("127.0.0.1", "localhost"));
        assertThat(document.at("/info/license/name").stringValue()).isNotBlank();
        assertThat(document.at("/info/contact").isEmpty()).isFalse();
        var receipt = operation("get", Api.STAFF + "/orders/{id}/receipt").at("/responses/200/headers");
        assertThat(receipt.has("Content-Language")).isTrue();
        assertThat(receipt.has("Idempotency-Replayed")).isFalse();
    }

    /** The 400 of a GET. */
    private String refusal(String path) {
        var reference = operation("get", path).at("/responses/400/$ref").stringValue();
        return document.at(reference.substring(1)).get("content").toString();
    }

    @Test
    void events_have_their_types_in_the_feed_and_in_the_section_of_webhooks() {
        var section = document.get("webhooks");
        assertThat(section.propertyNames()).contains("order.created", "product.updated", "webhook.test");
        var created =
                document.at(section.at("/order.created/$ref").stringValue().substring(1));
        assertThat(created.at("/post/requestBody/content/application~1json/schema/$ref")
                        .stringValue())
                .isEqualTo("#/components/schemas/OrderEvent");
        assertThat(document.at("/components/schemas/OrderEvent/properties/data/$ref")
                        .stringValue())
                .isEqualTo("#/components/schemas/Order");
        assertThat(document.at("/components/schemas/StoreEventPage/properties/items/items/$ref")
                        .stringValue())
                .isEqualTo("#/components/schemas/StoreEvent");
        assertThat(document.at("/components/schemas/AuditEntry/properties/before/type")
                        .toString())
                .contains("object", "null");
    }

    @Test
    void the_document_is_packed_for_who_reads_gzip() {
        var plain = api.get("/openapi.json");
        var packed = api.withHeader("Accept-Encoding", "gzip").get("/openapi.json");
        assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(packed.header("Vary")).contains("Accept-Encoding");
        assertThat(packed.header("ETag")).isNotEqualTo(plain.header("ETag"));
        assertThat(packed.bytes().length).isLessThan(plain.bytes().length / 5);
    }
}
