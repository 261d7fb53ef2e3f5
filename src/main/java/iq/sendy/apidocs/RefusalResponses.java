package iq.sendy.apidocs;

import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.Envelope;
import iq.sendy.platform.api.Messages;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.secrets.Digests;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** What an operation may refuse with: each status, its codes, and the envelope that carries each of them. */
final class RefusalResponses {

    /** The schema of one element of {@code errors}. */
    static final String ITEM = SchemaNames.schema(Envelope.ErrorItem.class);

    /** The schema of every refusal. */
    static final String SCHEMA = SchemaNames.schema(Envelope.class);

    private static final List<Integer> RETRIED = List.of(409, 429, 503);

    private static final Set<String> MISSING_RIGHTS = Set.of("scope.missing", "permission.missing");

    /** What stands in a message where the example knows no value. */
    private static final List<String> BLANKS = Collections.nCopies(4, "…");

    private static final Map<Integer, String> WORDS = Map.ofEntries(
            Map.entry(400, "Something in the request is wrong; every failing field is listed"),
            Map.entry(401, "No credential that opens this door"),
            Map.entry(403, "Known, but without the right"),
            Map.entry(404, "Not there, or another store's"),
            Map.entry(409, "Not possible as things stand"),
            Map.entry(413, "Too large"),
            Map.entry(415, "Of a media type that the operation does not read"),
            Map.entry(422, "Understood, but not possible"),
            Map.entry(429, "Too many requests"),
            Map.entry(500, "Our mistake"),
            Map.entry(503, "Busy; the same request may be sent again"));

    private final Map<String, ObjectNode> responses = new TreeMap<>();
    private final Map<String, ObjectNode> examples = new TreeMap<>();
    private final Messages messages;

    RefusalResponses(Messages messages) {
        this.messages = messages;
    }

    /** One element of {@code errors}. */
    static ObjectNode item() {
        var item = JsonNodes.type("object");
        var members = item.putObject("properties");
        members.set(
                "field",
                JsonNodes.nullable(JsonNodes.type("string").put("description", "A JSON path: items[1].quantity")));
        members.set("code", JsonNodes.type("string"));
        members.set("message", JsonNodes.type("string"));
        members.set(
                Violation.MORE,
                JsonNodes.type("integer").put("description", "On the last element alone: so many more are not listed"));
        item.set("required", JsonNodes.words(List.of("field", "code", "message")));
        item.put("additionalProperties", true);
        return item;
    }

    /** The envelope of every refusal. */
    static ObjectNode schema() {
        var errors = JsonNodes.type("array").put("minItems", 1);
        errors.set("items", JsonNodes.reference("schemas", ITEM));
        var schema = JsonNodes.type("object");
        var properties = schema.putObject("properties");
        properties.set("success", JsonNodes.type("boolean"));
        properties.set("code", JsonNodes.type("integer").put("description", "The HTTP status"));
        properties.set("message", JsonNodes.type("string"));
        properties.set("data", JsonNodes.object().put("description", "Always null"));
        properties.set("errors", errors);
        properties.set("traceId", JsonNodes.type("string").put("description", "With 5xx alone, to find it by"));
        schema.set("required", JsonNodes.words(List.of("success", "code", "message", "data", "errors")));
        return schema;
    }

    /** Refers to each of them: operations that refuse alike share one description. */
    void addTo(ObjectNode refusals, ApiOperation apiOperation) {
        codes(apiOperation).forEach((status, codes) -> {
            var specific =
                    codes.stream().map(code -> specific(code, apiOperation)).toList();
            // Short, and the same as long as the codes are.
            var digest = Digests.sha256(
                    (specific + (apiOperation.counted() ? "" : "uncounted")).getBytes(StandardCharsets.UTF_8));
            var name = status + "-" + HexFormat.of().formatHex(digest, 0, 4);
            if (!responses.containsKey(name)) {
                responses.put(name, response(status, codes, specific, apiOperation));
            }
            refusals.set(Integer.toString(status), JsonNodes.reference("responses", name));
        });
    }

    Map<String, ObjectNode> responses() {
        return responses;
    }

    Map<String, ObjectNode> examples() {
        return examples;
    }

    private ObjectNode response(int status, List<String> codes, List<String> specific, ApiOperation apiOperation) {
        var response = JsonNodes.object()
                .put("description", WORDS.getOrDefault(status, "Refused") + ": " + String.join(", ", codes));
        headers(response.putObject("headers"), apiOperation, status);
        var json = response.putObject("content").putObject("application/json");
        json.set("schema", JsonNodes.reference("schemas", SCHEMA));
        var shown = json.putObject("examples");
        for (var i = 0; i < codes.size(); i++) {
            var example = JsonNodes.object();
            example.set("value", envelope(status, codes.get(i), apiOperation));
            examples.putIfAbsent(status + "-" + specific.get(i), example);
            shown.set(codes.get(i), JsonNodes.reference("examples", status + "-" + specific.get(i)));
        }
        return response;
    }

    /** The code, with the right that is missing where it is one: the only text that differs between operations. */
    private static String specific(String code, ApiOperation apiOperation) {
        return MISSING_RIGHTS.contains(code)
                ? code + "-" + arguments(code, apiOperation).getFirst().replace(':', '.')
                : code;
    }

    private static void headers(ObjectNode headers, ApiOperation apiOperation, int status) {
        ResponseHeaders.common(headers, apiOperation);
        ResponseHeaders.refer(headers, "Content-Language");
        if (RETRIED.contains(status)) {
            headers.set("Retry-After", JsonNodes.reference("headers", "Retry-After"));
        }
        if (status == 401) {
            headers.set("WWW-Authenticate", JsonNodes.reference("headers", "WWW-Authenticate"));
        }
    }

    private static Map<Integer, List<String>> codes(ApiOperation apiOperation) {
        var codes = new TreeMap<Integer, List<String>>();
        ofCredentials(codes, apiOperation);
        if (!apiOperation.variables().isEmpty()) {
            add(codes, 404, "resource.not_found");
        }
        ofContent(codes, apiOperation);
        ofQueries(codes, apiOperation);
        if (apiOperation.unsafe()) {
            add(codes, 400, "idempotency.key_invalid");
            add(codes, 409, "idempotency.in_progress");
            add(codes, 422, "idempotency.mismatch");
            add(codes, 503, "commit.unknown");
        }
        if (apiOperation.counted()) {
            add(codes, 429, "rate.exceeded");
        }
        add(codes, 500, "server.error");
        add(codes, 503, "server.busy");
        apiOperation.describes().ifPresent(describes -> ofResults(codes, describes));
        return codes;
    }

    private static void ofCredentials(Map<Integer, List<String>> codes, ApiOperation apiOperation) {
        if (apiOperation.keyDoor() || apiOperation.staffDoor()) {
            add(codes, 401, "auth.required", "auth.invalid");
            add(codes, 403, "store.suspended");
            if (!permission(apiOperation).equals(Allows.SIGNED_IN)) {
                add(codes, 403, apiOperation.keyDoor() ? "scope.missing" : "permission.missing");
            }
        }
        if (apiOperation.ofBuyers()) {
            add(codes, 401, "auth.required", "auth.invalid");
        }
    }

    private static void ofContent(Map<Integer, List<String>> codes, ApiOperation apiOperation) {
        if (apiOperation.body().isPresent()) {
            add(codes, 400, "json.malformed", "field.required", "field.invalid");
            apiOperation.body().map(FieldCodes::of).ifPresent(more -> add(codes, 400, more));
            add(codes, 413, "body.too_large");
            add(codes, 415, "body.media_type");
        }
        if (apiOperation.rawBody().isPresent()) {
            add(codes, 400, "json.malformed");
            add(codes, 413, "body.too_large");
            add(codes, 415, "body.media_type");
        }
        if (apiOperation.upload().isPresent()) {
            add(codes, 400, "request.malformed", "field.required");
            add(codes, 413, "body.too_large");
            add(codes, 415, "body.media_type");
        }
    }

    private static void ofQueries(Map<Integer, List<String>> codes, ApiOperation apiOperation) {
        if (!apiOperation.queries().isEmpty() || apiOperation.paged()) {
            add(codes, 400, "filter.invalid");
            apiOperation.queries().forEach(query -> add(codes, 400, FieldCodes.ofQuery(query)));
        }
        if (apiOperation.paged()) {
            add(codes, 400, "paging.invalid", "cursor.invalid");
        }
    }

    private static void ofResults(Map<Integer, List<String>> codes, Describes describes) {
        for (var type : describes.refuses()) {
            if (type.isRecord() && !Refusal.class.isAssignableFrom(type)) {
                // What is read elsewhere than in the body, such as the rows of a sheet.
                add(codes, 400, "field.required", "field.invalid");
                add(codes, 400, FieldCodes.of(type));
            }
            Refusal.declared(type)
                    .forEach(declared -> add(
                            codes, declared.status(), Refusal.codes(declared).toArray(String[]::new)));
        }
    }

    private static void add(Map<Integer, List<String>> codes, int status, String... more) {
        var known = codes.computeIfAbsent(status, _ -> new ArrayList<>());
        for (var code : more) {
            if (!known.contains(code)) {
                known.add(code);
            }
        }
    }

    private ObjectNode envelope(int status, String code, ApiOperation apiOperation) {
        var message = messages.text(code, Locale.ROOT, arguments(code, apiOperation));
        var envelope =
                JsonNodes.object().put("success", false).put("code", status).put("message", message);
        envelope.putNull("data");
        var error = envelope.putArray("errors").addObject();
        if (status == 400 && code.startsWith("field.")) {
            error.put("field", "items[0].quantity");
        } else {
            error.putNull("field");
        }
        error.put("code", code).put("message", message);
        if (status >= 500) {
            envelope.put("traceId", "7c74b4e39f13328d");
        }
        return envelope;
    }

    private static List<String> arguments(String code, ApiOperation apiOperation) {
        return switch (code) {
            case "scope.missing" ->
                List.of(apiOperation.allows().map(Allows::scope).orElse(""));
            case "permission.missing" -> {
                var permission = permission(apiOperation);
                yield List.of(
                        permission.equals(Allows.PLATFORM_ADMIN) ? permission : Caller.PERMISSION_PREFIX + permission);
            }
            default -> BLANKS;
        };
    }

    private static String permission(ApiOperation apiOperation) {
        return apiOperation.allows().map(Allows::permission).orElse(Allows.SIGNED_IN);
    }
}
