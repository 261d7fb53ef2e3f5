package iq.sendy;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Response validation against the OpenAPI document: what the document says of an operation's answers, so that every answer
 * in JSON can be held against it. An object whose members are listed has no others, though the document leaves clients free
 * to expect more.
 */
final class OpenApiContract {

    private static final String API = "/api/v1/";
    private static final String IRI = "https://sendy.example/openapi.json";
    private static final String REFUSAL = "#/components/schemas/ErrorResponse";
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");

    private static volatile @Nullable OpenApiContract known;

    private final JsonMapper json = JsonMapper.shared();
    private final Map<String, List<Operation>> operations = new HashMap<>();
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();
    private final JsonNode document;
    private final Schema whole;

    /** An operation with a pattern of its paths; those with fewer variables come first. */
    private record Operation(String template, Pattern path, JsonNode responses) {}

    private OpenApiContract(JsonNode served) {
        document = served;
        document.at("/components/schemas").values().forEach(OpenApiContract::close);
        document.get("paths").properties().forEach(path -> {
            var pattern = Pattern.compile(
                    VARIABLE.matcher(path.getKey().replace(".", "\\.")).replaceAll("[^/]+"));
            path.getValue()
                    .properties()
                    .forEach(operation -> operations
                            .computeIfAbsent(
                                    shape(operation.getKey().toUpperCase(Locale.ROOT), path.getKey()),
                                    _ -> new ArrayList<>())
                            .add(new Operation(
                                    path.getKey(), pattern, operation.getValue().get("responses"))));
        });
        operations
                .values()
                .forEach(alike -> alike.sort(Comparator.comparingLong(operation ->
                        VARIABLE.matcher(operation.template()).results().count())));
        // Its parts are looked up in it: a registry that is asked for one of them reads the whole text anew.
        whole = SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()))
                .getSchema(SchemaLocation.of(IRI), document);
    }

    /** Learns the document, which is the same of everything that runs in one run of tests. */
    static synchronized void learn(Supplier<JsonNode> served) {
        if (known == null) {
            known = new OpenApiContract(served.get());
        }
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object && object.has("properties") && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.forEach(OpenApiContract::close);
    }

    /** Throws when the document does not tell of this answer. */
    static void hold(String method, HttpResponse<byte[]> response) {
        var contract = known;
        var path = response.uri().getPath();
        if (contract != null && path.startsWith(API) && isJson(response)) {
            contract.compare(method, path, response);
        }
    }

    private static boolean isJson(HttpResponse<byte[]> response) {
        return response.body().length > 0
                && response.headers().firstValue("Content-Type").orElse("").startsWith("application/json");
    }

    private void compare(String method, String path, HttpResponse<byte[]> response) {
        var body = json.readTree(unpacked(response));
        if (isShortened(response, body)) {
            return;
        }
        var wordForWord = document.get("paths").has(path);
        var wrong = operations.getOrDefault(shape(method, path), List.of()).stream()
                .filter(operation -> wordForWord
                        ? operation.template().equals(path)
                        : operation.path().matcher(path).matches())
                .findFirst()
                .map(operation -> wrong(operation.responses(), response.statusCode(), body))
                .orElseGet(() -> against(REFUSAL, body));
        if (!wrong.isEmpty()) {
            throw new AssertionError(method + " " + path + " gave an answer that the document does not tell of: "
                    + wrong + "\n" + response.statusCode() + " " + body);
        }
    }

    /** What an operation's template shares with its paths: who looks at all operations for each answer looks at hundreds. */
    private static String shape(String method, String path) {
        return method + " " + path.chars().filter(sign -> sign == '/').count();
    }

    private static byte[] unpacked(HttpResponse<byte[]> response) {
        if (response.headers().firstValue("Content-Encoding").isEmpty()) {
            return response.body();
        }
        try (var packed = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            return packed.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A repeat whose first answer was too large to be kept has no data, whatever the operation. */
    private static boolean isShortened(HttpResponse<byte[]> response, JsonNode body) {
        return response.headers().firstValue("Idempotency-Replayed").isPresent()
                && body.path("data").isNull();
    }

    private List<String> wrong(JsonNode responses, int status, JsonNode body) {
        var response = referred(responses.get(Integer.toString(status)));
        if (response == null) {
            return List.of("no such status");
        }
        var content = response.at("/content/application~1json");
        if (content.isMissingNode()) {
            return List.of("no JSON with this status");
        }
        var wrong = new ArrayList<>(against(content.at("/schema/$ref").stringValue(), body));
        if (status >= 400) {
            var declared = content.get("examples").propertyNames();
            codes(body).stream()
                    .filter(code -> !declared.contains(code))
                    .map(code -> "code " + code)
                    .forEach(wrong::add);
        }
        return wrong;
    }

    private List<String> against(String reference, JsonNode body) {
        return schemas
                .computeIfAbsent(
                        reference,
                        name -> whole.getRefSchema(SchemaLocation.of(IRI + name).getFragment()))
                .validate(body)
                .stream()
                .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                .limit(5)
                .toList();
    }

    private static Set<String> codes(JsonNode body) {
        return body.path("errors")
                .valueStream()
                .map(error -> error.path("code").asString(""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private @Nullable JsonNode referred(@Nullable JsonNode node) {
        return node != null && node.has("$ref")
                ? document.at(node.get("$ref").stringValue().substring(1))
                : node;
    }
}
