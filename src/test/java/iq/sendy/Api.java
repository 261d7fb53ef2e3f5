package iq.sendy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sendy as a client on the network sees it. Each {@code with…} gives another client; nothing is shared but connections.
 * Every answer in JSON is held against the OpenAPI document.
 */
public final class Api {

    public static final String KEYS = "/api/v1/store/integrations";
    public static final String STAFF = "/api/v1/store";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Waiting.PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** Whether calls are made among so many others that a busy machine cannot take all. */
    static final ScopedValue<Boolean> AMONG_MANY = ScopedValue.newInstance();

    /** More than a busy machine ever needed. */
    private static final int MOST_CALLS = 20;

    private final String base;
    private final Map<String, String> headers;

    private Api(String base, Map<String, String> headers) {
        this.base = base;
        this.headers = headers;
    }

    public static Api at(String base) {
        return new Api(base, Map.of());
    }

    public String base() {
        return base;
    }

    public Api withHeader(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Api(base, more);
    }

    public Api withKey(String key) {
        return withHeader("X-API-Key", key);
    }

    public Api withToken(String token) {
        return withHeader("Authorization", "Bearer " + token);
    }

    /** Asks a process for the OpenAPI document, unless one is known. */
    public void learnDocument() {
        OpenApiContract.learn(() -> get("/openapi.json").json());
    }

    public Reply get(String path) {
        return send("GET", path, BodyPublishers.noBody(), false);
    }

    public Reply delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody(), false);
    }

    /** A call with a JSON body: a text is sent as it is, anything else is written as JSON. */
    public Reply post(String path, Object body) {
        return json("POST", path, body);
    }

    public Reply post(String path) {
        return send("POST", path, BodyPublishers.noBody(), false);
    }

    public Reply put(String path, Object body) {
        return json("PUT", path, body);
    }

    public Reply patch(String path, Object body) {
        return json("PATCH", path, body);
    }

    public Reply json(String method, String path, Object body) {
        var text = body instanceof String string ? string : JSON.writeValueAsString(body);
        return send(method, path, BodyPublishers.ofByteArray(text.getBytes(StandardCharsets.UTF_8)), true);
    }

    /** Who is one of many and is told to come again does so, as any program would. */
    public Reply send(String method, String path, BodyPublisher body, boolean isJson) {
        var reply = sendOnce(method, path, body, isJson);
        if (AMONG_MANY.orElse(false)) {
            for (var calls = 1; calls < MOST_CALLS && reply.tellsToComeAgain(); calls++) {
                reply = sendOnce(method, path, body, isJson);
            }
        }
        return reply;
    }

    private Reply sendOnce(String method, String path, BodyPublisher body, boolean isJson) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body);
        if (isJson && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        try {
            var response = HTTP.send(request.build(), Api::body);
            OpenApiContract.hold(method, response);
            return new Reply(response);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The whole body, but of a stream that nobody ends: of that its beginning says enough. */
    private static BodySubscriber<byte[]> body(ResponseInfo response) {
        return response.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream")
                ? new Unread()
                : BodySubscribers.ofByteArray();
    }

    private static final class Unread implements BodySubscriber<byte[]> {

        private final CompletableFuture<byte[]> body = new CompletableFuture<>();

        @Override
        public CompletionStage<byte[]> getBody() {
            return body;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.cancel();
            body.complete(new byte[0]);
        }

        @Override
        public void onNext(List<ByteBuffer> bytes) {
            // It was cancelled.
        }

        @Override
        public void onError(Throwable failed) {
            // It was cancelled.
        }

        @Override
        public void onComplete() {
            // It was cancelled.
        }
    }

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static ObjectNode object(String json) {
        return (ObjectNode) JSON.readTree(json);
    }

    /** An answer; {@link #toString()} is what an assertion shows when it fails. */
    public static final class Reply {

        private final HttpResponse<byte[]> response;

        Reply(HttpResponse<byte[]> response) {
            this.response = response;
        }

        public int status() {
            return response.statusCode();
        }

        public String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        public byte[] bytes() {
            return response.body();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public Map<String, List<String>> headers() {
            return response.headers().map();
        }

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        public JsonNode data() {
            return json().get("data");
        }

        /** A text inside {@code data}, by its path with dots. */
        public String data(String path) {
            var node = data().at("/" + path.replace('.', '/'));
            return node.isString() ? node.stringValue() : node.toString();
        }

        /** Every fault as {@code field code}, or the code alone where no field is named; sorted. */
        public List<String> faults() {
            return json().get("errors").valueStream().map(Reply::fault).sorted().toList();
        }

        private static String fault(JsonNode error) {
            var code = error.get("code").stringValue();
            return error.get("field").isNull() ? code : error.get("field").stringValue() + " " + code;
        }

        /** Nothing was done, since too much was asked at once. */
        boolean tellsToComeAgain() {
            return status() == 503 && !header("Retry-After").isEmpty() && text().contains("\"server.busy\"");
        }

        @Override
        public String toString() {
            return status() + " " + text();
        }
    }
}
