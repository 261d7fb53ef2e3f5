package iq.sendy.apidocs;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The document says what the API does, and a program can read it. */
@Scenario
class OpenApiTest {

    private static final Pattern COMPONENT_NAME = Pattern.compile("[a-zA-Z0-9._-]+");
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    @Autowired
    Api api;

    private JsonNode document;

    @BeforeEach
    void read() {
        document = api.get("/openapi.json").json();
    }

    private record Op(String path, String method, JsonNode node) {

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private List<Op> operations() {
        var all = new ArrayList<Op>();
        document.get("paths")
                .propertyStream()
                .forEach(path -> path.getValue()
                        .propertyStream()
                        .forEach(method -> all.add(new Op(path.getKey(), method.getKey(), method.getValue()))));
        return all;
    }

    @Test
    void it_is_made_once_and_asked_for_again_it_is_304() {
        var first = api.get("/openapi.json");
        assertThat(first.json().get("openapi").stringValue()).isEqualTo("3.1.0");
        assertThat(first.header("ETag")).isNotEmpty();
        var again = api.withHeader("If-None-Match", first.header("ETag")).get("/openapi.json");
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.bytes()).isEmpty();
        assertThat(first.header("RateLimit-Limit")).isEmpty();
    }

    @Test
    void every_reference_leads_somewhere() {
        var references = new TreeSet<String>();
        collect(document, references);
        assertThat(references)
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    private static void collect(JsonNode node, Set<String> references) {
        var reference = node.path("$ref");
        if (reference.isString()) {
            references.add(reference.stringValue());
        }
        node.forEach(child -> collect(child, references));
    }

    @Test
    void every_operation_says_what_a_client_needs() {
        var ids = new HashSet<String>();
        assertThat(operations()).isNotEmpty();
        for (var op : operations()) {
            var node = op.node();
            assertThat(METHODS).as(op.toString()).contains(op.method());
            assertThat(ids.add(node.get("operationId").stringValue()))
                    .as(op + " has an id of its own")
                    .isTrue();
            assertThat(node.get("operationId").stringValue()).matches("[a-z][a-zA-Z]{2,39}");
            assertThat(node.get("summary").stringValue())
                    .as(op + " is called by what is asked for, as a heading")
                    .isNotBlank()
                    .doesNotEndWith(".")
                    .doesNotMatch("(?!Sales )[A-Z][a-z]*s .*");
            assertThat(node.get("description").stringValue())
                    .as(op.toString())
                    .hasSizeGreaterThan(20)
                    .isNotEqualTo(node.get("summary").stringValue());
            assertThat(node.get("tags")).hasSize(1);
            var responses = node.get("responses");
            assertThat(responses.has("200")).isTrue();
            // Meta alone is not counted.
            assertThat(responses.has("429"))
                    .as(op.toString())
                    .isEqualTo(!op.path().startsWith("/api/v1/webhooks/social"));
            assertThat(responses.has("500")).isTrue();
            var closed = op.path().startsWith("/api/v1/store") || op.path().startsWith("/api/v1/admin");
            if (!node.get("security").isEmpty()) {
                // A buyer has rights to what is theirs and no others, and a shop that is closed to them is unknown.
                var ofBuyers = node.get("security").get(0).has("buyerToken");
                assertThat(responses.has("401")).as(op.toString()).isTrue();
                assertThat(responses.has("403")).as(op.toString()).isEqualTo(!ofBuyers);
            }
            if (closed) {
                assertThat(node.get("security")).as(op.toString()).hasSize(1);
            }
            assertThat(responses.has("413")).isEqualTo(node.has("requestBody"));
            assertThat(responses.has("422"))
                    .as(op.toString())
                    .isEqualTo(!op.method().equals("get"));
            if (op.path().contains("{")) {
                assertThat(responses.has("404")).as(op.toString()).isTrue();
            }
            variables(op);
        }
    }

    private static void variables(Op op) {
        var named = Pattern.compile("\\{([^}]+)}")
                .matcher(op.path())
                .results()
                .map(found -> found.group(1))
                .toList();
        var parameters = op.node().path("parameters").valueStream().toList();
        assertThat(parameters.stream()
                        .filter(parameter -> parameter.get("in").stringValue().equals("path"))
                        .map(parameter -> parameter.get("name").stringValue()))
                .as(op.toString())
                .containsExactlyElementsOf(named);
        assertThat(parameters).allSatisfy(parameter -> {
            assertThat(parameter.has("schema")).isTrue();
            if (parameter.get("in").stringValue().equals("path")) {
                assertThat(parameter.get("required").booleanValue()).isTrue();
                assertThat(parameter.get("x-sendy-ref").stringValue()).isNotBlank();
            }
        });
    }

    @Test
    void every_component_has_a_name_that_tools_accept() {
        document.get("components")
                .forEach(kind -> assertThat(kind.propertyNames())
                        .allMatch(name -> COMPONENT_NAME.matcher(name).matches()));
    }

    @Test
    void it_has_nothing_that_generators_of_clients_stumble_over() {
        var riddles = new ArrayList<String>();
        riddles(document.get("paths"), "/paths", riddles);
        riddles(document.get("components"), "/components", riddles);
        assertThat(riddles).isEmpty();
    }

    /** Constants, properties that are null alone, arrays of anything, and enums that are no component. */
    private static void riddles(JsonNode node, String path, List<String> riddles) {
        if (path.endsWith("/example") || path.contains("/examples")) {
            return;
        }
        var type = node.path("type");
        var array = "array".equals(type.asString(""))
                || type.valueStream().anyMatch(one -> one.asString("").equals("array"));
        if (node.has("const") || ("null".equals(type.asString("")) && !path.matches(".*/anyOf/\\d+"))) {
            riddles.add(path);
        }
        if (array && !node.has("items")) {
            riddles.add(path + " has no items");
        }
        if (node.path("enum").isArray() && !path.matches("/components/schemas/[^/]+")) {
            riddles.add(path + " is an enum without a name");
        }
        node.propertyStream().forEach(child -> riddles(child.getValue(), path + "/" + child.getKey(), riddles));
        for (var i = 0; node.isArray() && i < node.size(); i++) {
            riddles(node.get(i), path + "/" + i, riddles);
        }
    }

    @Test
    void an_enum_is_the_same_component_in_requests_answers_and_filters() {
        var reference = "#/components/schemas/OrderStatus";
        assertThat(document.at("/components/schemas/OrderStatus/enum")
                        .valueStream()
                        .map(JsonNode::stringValue))
                .contains("Pending", "Delivered");
        assertThat(document.toString().split(Pattern.quote(reference), -1)).hasSizeGreaterThan(5);
        assertThat(document.at("/paths/~1api~1v1~1store~1orders/get/parameters/0/schema/items/$ref")
                        .stringValue())
                .isEqualTo(reference);
    }

    @Test
    void every_example_of_a_request_is_a_request_that_its_schema_allows() {
        for (var op : operations()) {
            var json = op.node().at("/requestBody/content/application~1json");
            if (!json.isMissingNode()) {
                assertThat(faults(json.get("schema"), json.get("example")))
                        .as(op.toString())
                        .isEmpty();
            }
        }
    }

    @Test
    void every_example_of_a_refusal_is_an_envelope_in_words() {
        document.at("/components/examples").propertyStream().forEach(entry -> {
            var example = entry.getValue();
            if (!entry.getKey().matches("[45].*")) {
                return;
            }
            assertThat(faults(document.at("/components/schemas/ErrorResponse"), example.get("value")))
                    .as(example.toString())
                    .isEmpty();
            assertThat(example.at("/value/message").stringValue()).doesNotContain("{");
        });
    }

    @Test
    void the_example_of_an_order_can_be_placed_and_its_answers_are_as_described() {
        var shop = Shop.opens(api);
        var example = document.at("/paths/~1api~1v1~1store~1orders/post/requestBody/content/application~1json/example");
        var placed = shop.owner().post(Api.STAFF + "/orders", example);
        assertThat(placed.status()).as(placed.text()).isEqualTo(200);
        described(placed, "/api/v1/store/orders", "post");
        described(shop.owner().get(Api.STAFF + "/orders/" + placed.data("id")), "/api/v1/store/orders/{id}", "get");
        described(shop.owner().get(Api.STAFF + "/orders"), "/api/v1/store/orders", "get");
        shop.mints("orders:read");
        described(shop.owner().get(Api.STAFF + "/api-keys"), "/api/v1/store/api-keys", "get");
        described(shop.owner().get("/api/v1/auth/me"), "/api/v1/auth/me", "get");
        described(api.get("/api/v1/address-reference/provinces"), "/api/v1/address-reference/provinces", "get");
    }

    private void described(Api.Reply reply, String path, String method) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        var schema = document.get("paths").get(path).get(method).at("/responses/200/content/application~1json/schema");
        assertThat(faults(schema, reply.json())).as(method + " " + path).isEmpty();
    }

    private List<String> faults(JsonNode schema, JsonNode value) {
        var whole = (ObjectNode) schema.deepCopy();
        whole.set("components", document.get("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole)
                .validate(value)
                .stream()
                .map(Object::toString)
                .toList();
    }
}
