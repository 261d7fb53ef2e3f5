package iq.sendy.apidocs;

import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.EventDescription;
import iq.sendy.platform.api.Messages;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.body.RecordSchema;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Upload;
import iq.sendy.platform.idempotency.IdempotencyStore;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** OpenAPI 3.1 of every operation that is mapped: nothing in it is written by hand twice. */
final class OpenApiDocument {

    private static final String KEY = "apiKey";
    private static final String TOKEN = "accessToken";
    private static final String BUYER_TOKEN = "buyerToken";
    private static final String ABOUT = """
            The whole store surface is served twice: to people with an access token at `/api/v1/store`, and to machines \
            with an API key at `/api/v1/store/integrations`. Every answer is the envelope \
            `{success, message, data, errors}`; go by `errors[].code`, the messages are for people and come in English, \
            Arabic or Sorani by `Accept-Language`. At most 1,000 errors are listed and 20 of one row; where there were more, \
            the last element counts them in `more`. Unknown request fields are ignored. Digits may be Arabic or Persian, \
            and a number may be a string of digits. Times are UTC.""";

    /** A field that is left out keeps its value. */
    private static final Set<String> CHANGES = Set.of("PUT", "PATCH");

    private final Map<String, ObjectNode> schemas = new TreeMap<>();
    private final RequestSchemas requests = new RequestSchemas(schemas);
    private final AnswerSchemas answers = new AnswerSchemas(schemas);
    private final SuccessResponses successResponses = new SuccessResponses(answers, schemas);
    private final RefusalResponses refusalResponses;
    private final Audience audience;

    private OpenApiDocument(Messages messages, Audience audience) {
        this.refusalResponses = new RefusalResponses(messages);
        this.audience = audience;
        schemas.put(RefusalResponses.ITEM, RefusalResponses.item());
        schemas.put(RefusalResponses.SCHEMA, RefusalResponses.schema());
    }

    /** @param server where the API is reached from outside */
    static ObjectNode of(
            Map<RequestMappingInfo, HandlerMethod> mappings,
            List<EventDescription> events,
            Messages messages,
            Audience audience,
            String server) {
        var operations =
                ApiOperation.of(mappings).stream().filter(audience::reads).toList();
        return new OpenApiDocument(messages, audience).write(operations, events, server);
    }

    private ObjectNode write(List<ApiOperation> operations, List<EventDescription> events, String server) {
        var document = JsonNodes.object().put("openapi", "3.1.0");
        var info = document.putObject("info")
                .put("title", "Sendy")
                .put("version", "1")
                .put("summary", "Commerce for the shops of Iraq")
                .put("description", ABOUT);
        info.putObject("contact").put("name", "Whoever runs this server").put("url", server);
        info.putObject("license").put("name", "All rights reserved").put("identifier", "LicenseRef-Sendy");
        document.putArray("servers").addObject().put("url", server);
        var tags = new HashSet<String>();
        var paths = document.putObject("paths");
        for (var apiOperation : operations) {
            tags.add(apiOperation.tag());
            var path = paths.get(apiOperation.path()) instanceof ObjectNode known
                    ? known
                    : paths.putObject(apiOperation.path());
            path.set(apiOperation.method().toLowerCase(Locale.ROOT), write(apiOperation));
        }
        var tagged = document.putArray("tags");
        DocumentTables.TAGS.forEach((tag, columns) -> {
            if (tags.contains(tag)) {
                tagged.addObject().put("name", tag).put("description", columns.getFirst());
            }
        });
        var components = JsonNodes.object();
        new EventSection(answers, schemas)
                .write(document.putObject("webhooks"), components.putObject("pathItems"), events);
        components(components);
        document.set("components", components);
        return document;
    }

    private void components(ObjectNode components) {
        var all = components.putObject("schemas");
        schemas.forEach(all::set);
        var responses = components.putObject("responses");
        refusalResponses.responses().forEach(responses::set);
        var examples = components.putObject("examples");
        refusalResponses.examples().forEach(examples::set);
        successResponses.examples().forEach(examples::set);
        ResponseHeaders.define(components.putObject("headers"));
        var schemes = components.putObject("securitySchemes");
        schemes.putObject(KEY)
                .put("type", "apiKey")
                .put("in", "header")
                .put("name", "X-API-Key")
                .put("description", "An API key: `<keyId>.<secret>`");
        schemes.putObject(TOKEN)
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "JWT")
                .put("description", "The accessToken that POST /api/v1/auth/login answers");
        schemes.putObject(BUYER_TOKEN)
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "JWT")
                .put(
                        "description",
                        "The accessToken that POST /api/v1/public/storefronts/{slug}/auth/login answers a buyer; it opens"
                                + " the paths of that shop below /me alone");
    }

    private ObjectNode write(ApiOperation apiOperation) {
        var node = JsonNodes.object().put("operationId", apiOperation.id(audience == Audience.EVERYBODY));
        node.putArray("tags").add(apiOperation.tag());
        node.put("summary", apiOperation.describes().map(Describes::value).orElseThrow());
        node.put("description", apiOperation.description());
        var security = node.putArray("security");
        if (apiOperation.keyDoor()) {
            security.addObject().putArray(KEY);
        } else if (apiOperation.staffDoor()) {
            security.addObject().putArray(TOKEN);
        } else if (apiOperation.ofBuyers()) {
            security.addObject().putArray(BUYER_TOKEN);
        }
        rights(node, apiOperation);
        var parameters = parameters(apiOperation);
        if (!parameters.isEmpty()) {
            node.set("parameters", parameters);
        }
        apiOperation.body().ifPresent(body -> {
            var change = CHANGES.contains(apiOperation.method());
            var fields = RecordSchema.of(body).fields().stream();
            var required = body.isAnnotationPresent(Required.class)
                    || fields.anyMatch(field -> field.required() && !(change && field.partial()));
            var request = node.putObject("requestBody").put("required", required);
            var json = request.putObject("content").putObject("application/json");
            json.set("schema", change ? requests.change(body) : requests.of(body));
            json.set("example", change ? requests.changeExample(body) : requests.example(body));
        });
        apiOperation.upload().ifPresent(upload -> node.set("requestBody", form(upload)));
        apiOperation.rawBody().ifPresent(raw -> {
            var request = node.putObject("requestBody").put("required", true);
            var json = request.putObject("content").putObject("application/json");
            json.set("schema", JsonNodes.type("object"));
            json.set("example", RequestSchemas.parse(raw.value()));
        });
        var responses = node.putObject("responses");
        successResponses.write(responses.putObject("200"), apiOperation);
        if (apiOperation.lasting()) {
            responses.putObject("304").put("description", "Unchanged since the ETag that If-None-Match names");
        }
        refusalResponses.addTo(responses, apiOperation);
        return node;
    }

    private static ObjectNode form(Upload upload) {
        var body = JsonNodes.object().put("required", true);
        var schema = JsonNodes.type("object");
        schema.putObject("properties")
                .set(
                        upload.part(),
                        JsonNodes.type("string")
                                .put("format", "binary")
                                .put("contentMediaType", "application/octet-stream"));
        schema.set("required", JsonNodes.words(List.of(upload.part())));
        body.putObject("content").putObject("multipart/form-data").set("schema", schema);
        return body;
    }

    private static void rights(ObjectNode node, ApiOperation apiOperation) {
        apiOperation.allows().ifPresent(allows -> {
            if (apiOperation.keyDoor()) {
                node.put("x-sendy-scope", allows.scope());
            }
            if (apiOperation.staffDoor() && !allows.permission().equals(Allows.SIGNED_IN)) {
                var admin = allows.permission().equals(Allows.PLATFORM_ADMIN);
                node.put("x-sendy-permission", (admin ? "" : Caller.PERMISSION_PREFIX) + allows.permission());
            }
        });
    }

    private ArrayNode parameters(ApiOperation apiOperation) {
        var parameters = JsonNodes.array(List.of());
        apiOperation.variables().forEach((name, reference) -> {
            var parameter =
                    parameters.addObject().put("name", name).put("in", "path").put("required", true);
            parameter.put("x-sendy-ref", reference);
            parameter.set("schema", JsonNodes.type("string"));
        });
        for (var query : apiOperation.queries()) {
            for (var field : RecordSchema.of(query).fields()) {
                var parameter = parameters.addObject().put("name", field.name()).put("in", "query");
                parameter.put("required", field.required());
                var schema = requests.filter(field);
                var reference = schema.remove("x-sendy-ref");
                if (reference != null) {
                    parameter.set("x-sendy-ref", reference);
                }
                if (field.element() != null) {
                    parameter
                            .put("style", "form")
                            .put("explode", false)
                            .put("description", "One or more, with commas; the name may also be sent again");
                }
                parameter.set("schema", schema);
            }
        }
        apiOperation.headers().forEach(name -> {
            var header =
                    parameters.addObject().put("name", name).put("in", "header").put("required", false);
            header.set("schema", JsonNodes.type("string"));
        });
        if (apiOperation.paged()) {
            paging(parameters);
        }
        if (apiOperation.repeatable()) {
            var key =
                    parameters.addObject().put("name", IdempotencyStore.HEADER).put("in", "header");
            key.put("required", false)
                    .put(
                            "description",
                            "The same key with the same request gives the first answer again, for 72 hours");
            key.set("schema", JsonNodes.type("string").put("minLength", 1).put("maxLength", 255));
        }
        return parameters;
    }

    private static void paging(ArrayNode parameters) {
        var page = JsonNodes.type("integer").put("minimum", 1).put("default", 1);
        query(parameters, "page", "From 1; the name in any letter case", page);
        var size = JsonNodes.type("integer")
                .put("minimum", 1)
                .put("maximum", Paging.MOST)
                .put("default", Paging.DEFAULT_SIZE);
        query(parameters, "pageSize", "per_page means the same", size);
        query(parameters, "cursor", "The nextCursor of the page before, instead of page", JsonNodes.type("string"));
    }

    private static void query(ArrayNode parameters, String name, String description, ObjectNode schema) {
        parameters
                .addObject()
                .put("name", name)
                .put("in", "query")
                .put("required", false)
                .put("description", description)
                .set("schema", schema);
    }
}
