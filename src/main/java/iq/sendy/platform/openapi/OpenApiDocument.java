package iq.sendy.platform.openapi;

import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.Messages;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.body.Shape;
import iq.sendy.platform.body.Upload;
import iq.sendy.platform.idempotency.KeptAnswers;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** OpenAPI 3.1 of every operation that is mapped: nothing in it is written by hand twice. */
final class OpenApiDocument {

    private static final String KEY = "apiKey";
    private static final String TOKEN = "accessToken";
    private static final String ABOUT = """
            The whole store surface is served twice: to people with an access token at `/api/v1/store`, and to machines \
            with an API key at `/api/v1/store/integrations`. Every answer is the envelope \
            `{success, message, data, errors}`; go by `errors[].code`, the messages are for people and come in English, \
            Arabic or Sorani by `Accept-Language`. At most 1,000 errors are listed and 20 of one row; where there were more, \
            the last element counts them in `more`. Unknown request fields are ignored. Digits may be Arabic or Persian, \
            and a number may be a string of digits. Times are UTC.""";

    private final Map<String, ObjectNode> schemas = new TreeMap<>();
    private final RequestSchemas requests = new RequestSchemas(schemas);
    private final AnswerSchemas answers = new AnswerSchemas(schemas);
    private final Successes successes = new Successes(answers, schemas);
    private final Refusals refusals;
    private final Audience audience;

    private OpenApiDocument(Messages messages, Audience audience) {
        this.refusals = new Refusals(messages);
        this.audience = audience;
        schemas.put(Refusals.ITEM, Refusals.item());
        schemas.put(Refusals.SCHEMA, Refusals.schema());
    }

    /** @param server where the API is reached from outside */
    static ObjectNode of(
            Map<RequestMappingInfo, HandlerMethod> mappings,
            List<EventDescription> events,
            Messages messages,
            Audience audience,
            String server) {
        var operations = Operation.of(mappings).stream().filter(audience::reads).toList();
        return new OpenApiDocument(messages, audience).write(operations, events, server);
    }

    private ObjectNode write(List<Operation> operations, List<EventDescription> events, String server) {
        var document = Nodes.object().put("openapi", "3.1.0");
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
        for (var operation : operations) {
            tags.add(operation.tag());
            var path =
                    paths.get(operation.path()) instanceof ObjectNode known ? known : paths.putObject(operation.path());
            path.set(operation.method().toLowerCase(Locale.ROOT), write(operation));
        }
        var tagged = document.putArray("tags");
        Declarations.TAGS.forEach((tag, columns) -> {
            if (tags.contains(tag)) {
                tagged.addObject().put("name", tag).put("description", columns.getFirst());
            }
        });
        var components = Nodes.object();
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
        refusals.responses().forEach(responses::set);
        var examples = components.putObject("examples");
        refusals.examples().forEach(examples::set);
        successes.examples().forEach(examples::set);
        Headers.define(components.putObject("headers"));
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
    }

    private ObjectNode write(Operation operation) {
        var node = Nodes.object().put("operationId", operation.id(audience == Audience.EVERYBODY));
        node.putArray("tags").add(operation.tag());
        node.put("summary", operation.describes().map(Describes::value).orElseThrow());
        node.put("description", operation.description());
        var security = node.putArray("security");
        if (operation.keyDoor()) {
            security.addObject().putArray(KEY);
        } else if (operation.staffDoor()) {
            security.addObject().putArray(TOKEN);
        }
        rights(node, operation);
        var parameters = parameters(operation);
        if (!parameters.isEmpty()) {
            node.set("parameters", parameters);
        }
        operation.body().ifPresent(body -> {
            var change = operation.method().equals("PUT");
            var fields = Shape.of(body).fields().stream();
            var request = node.putObject("requestBody")
                    .put("required", fields.anyMatch(field -> field.required() && !(change && field.partial())));
            var json = request.putObject("content").putObject("application/json");
            json.set("schema", change ? requests.change(body) : requests.of(body));
            json.set("example", change ? requests.changeExample(body) : requests.example(body));
        });
        operation.upload().ifPresent(upload -> node.set("requestBody", form(upload)));
        var responses = node.putObject("responses");
        successes.write(responses.putObject("200"), operation);
        if (operation.lasting()) {
            responses.putObject("304").put("description", "Unchanged since the ETag that If-None-Match names");
        }
        refusals.addTo(responses, operation);
        return node;
    }

    private static ObjectNode form(Upload upload) {
        var body = Nodes.object().put("required", true);
        var schema = Nodes.type("object");
        schema.putObject("properties")
                .set(
                        upload.part(),
                        Nodes.type("string")
                                .put("format", "binary")
                                .put("contentMediaType", "application/octet-stream"));
        schema.set("required", Nodes.words(List.of(upload.part())));
        body.putObject("content").putObject("multipart/form-data").set("schema", schema);
        return body;
    }

    private static void rights(ObjectNode node, Operation operation) {
        operation.allows().ifPresent(allows -> {
            if (operation.keyDoor()) {
                node.put("x-sendy-scope", allows.scope());
            }
            if (operation.staffDoor() && !allows.permission().equals(Allows.SIGNED_IN)) {
                var admin = allows.permission().equals(Allows.PLATFORM_ADMIN);
                node.put("x-sendy-permission", (admin ? "" : Caller.PERMISSION_PREFIX) + allows.permission());
            }
        });
    }

    private ArrayNode parameters(Operation operation) {
        var parameters = Nodes.array(List.of());
        operation.variables().forEach((name, reference) -> {
            var parameter =
                    parameters.addObject().put("name", name).put("in", "path").put("required", true);
            parameter.put("x-sendy-ref", reference);
            parameter.set("schema", Nodes.type("string"));
        });
        for (var query : operation.queries()) {
            for (var field : Shape.of(query).fields()) {
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
        if (operation.paged()) {
            paging(parameters);
        }
        if (operation.repeatable()) {
            var key = parameters.addObject().put("name", KeptAnswers.HEADER).put("in", "header");
            key.put("required", false)
                    .put(
                            "description",
                            "The same key with the same request gives the first answer again, for 72 hours");
            key.set("schema", Nodes.type("string").put("minLength", 1).put("maxLength", 255));
        }
        return parameters;
    }

    private static void paging(ArrayNode parameters) {
        var page = Nodes.type("integer").put("minimum", 1).put("default", 1);
        query(parameters, "page", "From 1; the name in any letter case", page);
        var size = Nodes.type("integer")
                .put("minimum", 1)
                .put("maximum", Paging.MOST)
                .put("default", Paging.DEFAULT_SIZE);
        query(parameters, "pageSize", "per_page means the same", size);
        query(parameters, "cursor", "The nextCursor of the page before, instead of page", Nodes.type("string"));
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
