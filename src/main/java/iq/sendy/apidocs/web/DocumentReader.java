package iq.sendy.apidocs.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the OpenAPI document for the pages. What is served at two doors is one operation here. */
final class DocumentReader {

    private static final String JSON = "application/json";
    private static final String TWIN = "ByKey";

    private final JsonNode document;
    private final SchemaReader schemas;

    /** By the id that both doors share; the staff door's first. */
    private final Map<String, List<Served>> operations = new LinkedHashMap<>();

    private final List<OperationGroup> groups = new ArrayList<>();

    private record Served(String method, String path, JsonNode node) {

        String id() {
            var id = node.get("operationId").stringValue();
            return id.endsWith(TWIN) ? id.substring(0, id.length() - TWIN.length()) : id;
        }

        String tag() {
            return node.get("tags").get(0).stringValue();
        }

        Entrance entrance() {
            var security = node.path("security").path(0);
            if (security.has("apiKey")) {
                return new Entrance(
                        Entrance.Visitor.PROGRAMS,
                        path,
                        node.path("x-sendy-scope").asString(""));
            }
            return security.has("accessToken")
                    ? new Entrance(
                            Entrance.Visitor.PEOPLE,
                            path,
                            node.path("x-sendy-permission").asString(""))
                    : new Entrance(Entrance.Visitor.ANYBODY, path, "");
        }
    }

    DocumentReader(JsonNode document) {
        this.document = document;
        this.schemas = new SchemaReader(document);
        document.path("paths")
                .propertyStream()
                .forEach(path -> path.getValue()
                        .propertyStream()
                        .map(operation -> new Served(
                                operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue()))
                        .forEach(served -> operations
                                .computeIfAbsent(served.id(), _ -> new ArrayList<>())
                                .add(served)));
        operations
                .values()
                .forEach(twins -> twins.sort(
                        Comparator.comparing(served -> served.entrance().visitor() == Entrance.Visitor.PROGRAMS)));
        document.path("tags").forEach(tag -> {
            var name = tag.get("name").stringValue();
            groups.add(new OperationGroup(name, tag.path("description").asString(""), lines(name)));
        });
    }

    List<Prose> about() {
        return Prose.of(document.at("/info/description").asString(""));
    }

    List<OperationGroup> groups() {
        return groups;
    }

    /** What subscribers are told, without what the bodies consist of. */
    List<EventPage> events() {
        return document.path("webhooks")
                .propertyStream()
                .map(event -> new EventPage(
                        event.getKey(),
                        sending(event.getValue()).path("summary").asString(""),
                        List.of()))
                .toList();
    }

    @Nullable
    EventPage event(String type) {
        var item = document.path("webhooks").path(type);
        if (item.isMissingNode()) {
            return null;
        }
        var sending = sending(item);
        var schema = sending.at("/requestBody/content").path(JSON).path("schema");
        return new EventPage(type, sending.path("summary").asString(""), schemas.members(schema));
    }

    @Nullable
    OperationPage operation(String id) {
        var twins = operations.get(id);
        if (twins == null) {
            return null;
        }
        var first = twins.getFirst();
        var doors = twins.stream().map(Served::entrance).toList();
        var group = groups.stream()
                .filter(one -> one.name().equals(first.tag()))
                .findFirst()
                .orElseThrow();
        var parameters = parameters(first.node());
        var body = body(first.node());
        var success = success(first.node());
        var server = document.at("/servers/0/url").asString("");
        var curl = CurlSample.of(server, first.method(), doors.getLast(), parameters, body, success.files());
        return new OperationPage(
                line(twins),
                group,
                doors,
                parameters,
                body,
                success,
                refusals(twins),
                new OperationPage.Trial(curl, remembered(first.path())));
    }

    private List<OperationLine> lines(String tag) {
        return operations.values().stream()
                .filter(twins -> twins.getFirst().tag().equals(tag))
                .map(DocumentReader::line)
                .toList();
    }

    private static OperationLine line(List<Served> twins) {
        var first = twins.getFirst();
        var doors = new ArrayList<String>();
        for (var served : twins) {
            switch (served.entrance().visitor()) {
                case PEOPLE -> doors.add(OperationLine.PEOPLE);
                case PROGRAMS -> doors.add(OperationLine.PROGRAMS);
                case ANYBODY -> {
                    doors.add(OperationLine.PEOPLE);
                    if (first.method().equals("GET")) {
                        doors.add(OperationLine.PROGRAMS);
                    }
                }
            }
        }
        return new OperationLine(
                first.id(),
                first.method(),
                first.entrance().place(),
                first.node().path("summary").asString(""),
                first.node().path("description").asString(""),
                List.copyOf(doors));
    }

    private List<Parameter> parameters(JsonNode operation) {
        return operation
                .path("parameters")
                .valueStream()
                .map(parameter -> {
                    var field = schemas.field(
                            parameter.get("name").stringValue(),
                            described(parameter),
                            parameter.path("required").asBoolean(false));
                    return new Parameter(
                            parameter.get("in").stringValue(),
                            parameter.path("x-sendy-ref").asString(""),
                            field);
                })
                .toList();
    }

    /** The schema, with what is said of the parameter. */
    private static JsonNode described(JsonNode parameter) {
        var schema = (ObjectNode) parameter.get("schema").deepCopy();
        for (var name : List.of("description", "x-sendy-ref")) {
            if (parameter.has(name)) {
                schema.set(name, parameter.get(name));
            }
        }
        return schema;
    }

    private OperationPage.BodySent body(JsonNode operation) {
        var body = operation.path("requestBody");
        if (body.isMissingNode()) {
            return OperationPage.BodySent.NOTHING;
        }
        var required = body.path("required").asBoolean(false);
        var form = body.path("content").path("multipart/form-data").path("schema");
        if (!form.isMissingNode()) {
            var part = form.path("properties").propertyNames().iterator().next();
            return new OperationPage.BodySent(true, required, "a form", schemas.members(form), "", part);
        }
        var json = body.path("content").path(JSON);
        var schema = json.path("schema");
        return new OperationPage.BodySent(
                true, required, schemas.type(schema), schemas.members(schema), PrettyJson.of(json.path("example")), "");
    }

    private OperationPage.Success success(JsonNode operation) {
        var done = operation.path("responses").path("200");
        var headers = done.path("headers")
                .propertyStream()
                .map(header -> new OperationPage.AnswerHeader(
                        header.getKey(),
                        schemas.follow(header.getValue()).path("description").asString("")))
                .toList();
        var content = done.path("content");
        var json = content.path(JSON);
        if (json.isMissingNode()) {
            return new OperationPage.Success(List.copyOf(content.propertyNames()), "", List.of(), "", headers);
        }
        var data = schemas.follow(json.path("schema")).path("properties").path("data");
        var example = schemas.follow(json.path("examples").path("done")).path("value");
        return new OperationPage.Success(
                List.of(), schemas.type(data), schemas.members(data), PrettyJson.of(example), headers);
    }

    /** Those of all its doors, by status. */
    private List<OperationPage.DocumentedRefusal> refusals(List<Served> twins) {
        var found = new TreeMap<String, Map<String, OperationPage.DocumentedRefusal>>();
        for (var served : twins) {
            served.node().path("responses").propertyStream().forEach(response -> {
                var examples = schemas.follow(response.getValue())
                        .path("content")
                        .path(JSON)
                        .path("examples");
                if (response.getKey().charAt(0) < '4') {
                    return;
                }
                var known = found.computeIfAbsent(response.getKey(), _ -> new LinkedHashMap<>());
                examples.propertyStream().forEach(example -> {
                    var message = schemas.follow(example.getValue())
                            .at("/value/message")
                            .asString("");
                    known.putIfAbsent(
                            example.getKey(),
                            new OperationPage.DocumentedRefusal(response.getKey(), example.getKey(), message));
                });
            });
        }
        return found.values().stream().flatMap(codes -> codes.values().stream()).toList();
    }

    /** What the id of an answer is good for: the kind of thing that the variable right behind this path names. */
    private String remembered(String path) {
        return operations.values().stream()
                .flatMap(List::stream)
                .filter(served -> served.path().startsWith(path + "/{"))
                .flatMap(served -> served.node()
                        .path("parameters")
                        .valueStream()
                        .filter(parameter -> served.path()
                                .startsWith(path + "/{" + parameter.get("name").stringValue() + "}"))
                        .map(parameter -> parameter.path("x-sendy-ref").asString("")))
                .findFirst()
                .orElse("");
    }

    private JsonNode sending(JsonNode event) {
        return schemas.follow(event).path("post");
    }
}
