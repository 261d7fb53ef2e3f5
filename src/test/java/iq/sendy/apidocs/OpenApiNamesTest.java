package iq.sendy.apidocs;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Ids and names are API, since clients are generated from them: they are declared, and fit the languages of clients. */
@Scenario
class OpenApiNamesTest {

    /** Words and standard types of Java, Go, Python, TypeScript, C# and Kotlin, and what their generators add, in small letters. */
    private static final Set<String> RESERVED = Set.of(
            "abstract",
            "any",
            "apiclient",
            "apiexception",
            "apiresponse",
            "array",
            "boolean",
            "break",
            "case",
            "class",
            "configuration",
            "continue",
            "date",
            "decimal",
            "default",
            "delete",
            "dict",
            "double",
            "error",
            "event",
            "exception",
            "export",
            "extends",
            "false",
            "file",
            "float",
            "for",
            "from",
            "func",
            "function",
            "global",
            "goto",
            "if",
            "import",
            "in",
            "integer",
            "interface",
            "internal",
            "is",
            "lambda",
            "list",
            "long",
            "map",
            "model",
            "nil",
            "none",
            "null",
            "number",
            "object",
            "override",
            "package",
            "partial",
            "pass",
            "promise",
            "protected",
            "public",
            "range",
            "record",
            "request",
            "response",
            "return",
            "select",
            "self",
            "set",
            "static",
            "string",
            "struct",
            "switch",
            "this",
            "throw",
            "true",
            "try",
            "type",
            "var",
            "void",
            "while",
            "with",
            "yield");

    @Autowired
    Api api;

    private JsonNode document;

    @BeforeEach
    void read() {
        document = api.get("/openapi.json").json();
    }

    private List<JsonNode> operations(JsonNode document) {
        var all = new ArrayList<JsonNode>();
        document.get("paths").forEach(path -> path.forEach(all::add));
        return all;
    }

    private static Set<String> ids(List<JsonNode> operations) {
        var ids = new TreeSet<String>();
        operations.forEach(operation -> {
            var id = operation.get("operationId").stringValue();
            assertThat(ids.add(id)).as(id + " is the id of one operation").isTrue();
        });
        return ids;
    }

    @Test
    void every_operation_has_the_id_that_is_declared_and_no_line_is_idle() {
        var declared = DocumentTables.OPERATIONS.values().stream()
                .map(List::getFirst)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(declared).hasSameSizeAs(DocumentTables.OPERATIONS.keySet()).noneMatch(id -> id.endsWith("ByKey"));
        assertThat(ids(operations(document)).stream().map(id -> id.replaceFirst("ByKey$", "")))
                .containsAll(declared)
                .allMatch(declared::contains);
        assertThat(declared).allMatch(id -> !RESERVED.contains(id.toLowerCase(Locale.ROOT)));
    }

    @Test
    void a_door_alone_has_a_document_with_the_ids_as_they_are_declared() {
        var store = api.get("/openapi/store.json").json();
        var integrations = api.get("/openapi/integrations.json").json();
        assertThat(ids(operations(store))).contains("placeOrder", "register").noneMatch(id -> id.endsWith("ByKey"));
        assertThat(ids(operations(integrations)))
                .contains("placeOrder", "listAreas")
                .doesNotContain("register", "listStaff")
                .noneMatch(id -> id.endsWith("ByKey"));
        assertThat(store.get("paths").propertyNames()).noneMatch(path -> path.startsWith(Api.KEYS));
        assertThat(integrations.get("paths").propertyNames())
                .allMatch(path -> path.startsWith(Api.KEYS) || path.startsWith("/api/v1/address-reference"));
        assertThat(api.get("/openapi/other.json").status()).isEqualTo(404);
    }

    @Test
    void every_schema_has_a_short_name_that_is_declared_and_no_line_is_idle() throws ClassNotFoundException {
        var declared = new TreeSet<String>();
        for (var line : DocumentTables.SCHEMAS.entrySet()) {
            Class.forName("iq.sendy." + line.getKey());
            for (var name : line.getValue()) {
                assertThat(name.equals("-") || declared.add(name))
                        .as(name + " is declared once")
                        .isTrue();
            }
        }
        declared.remove("-");
        var names = document.at("/components/schemas").propertyNames();
        assertThat(names).containsAll(declared);
        assertThat(names)
                .allMatch(name ->
                        declared.contains(name.replaceFirst("Response$", "").replaceFirst("(Page|List|Event)$", ""))
                                || declared.contains(name)
                                || name.equals("EmptyResponse"))
                .allMatch(name -> name.length() <= 30)
                .allMatch(name -> !RESERVED.contains(name.toLowerCase(Locale.ROOT)));
    }

    @Test
    void the_names_of_refusals_are_short() {
        assertThat(document.at("/components/responses").propertyNames()).allMatch(name -> name.length() <= 20);
    }

    @Test
    void every_tag_says_what_it_is_about_in_the_order_of_a_first_day() {
        var tags = document.get("tags").valueStream().toList();
        assertThat(tags)
                .allSatisfy(
                        tag -> assertThat(tag.get("description").stringValue()).hasSizeGreaterThan(20));
        assertThat(tags.stream().map(tag -> tag.get("name").stringValue()))
                .containsExactlyElementsOf(DocumentTables.TAGS.keySet());
    }
}
