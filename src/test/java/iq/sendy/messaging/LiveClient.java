package iq.sendy.messaging;

import static iq.sendy.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of a live stream, which reads as a browser does: blocks of lines, and the last id that it has seen. */
public final class LiveClient implements AutoCloseable {

    public static final String PATH = "/social/stream";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final HttpResponse<InputStream> response;
    private final List<Told> told = new CopyOnWriteArrayList<>();
    private final List<String> comments = new CopyOnWriteArrayList<>();
    private volatile String lastId = "";
    private volatile String retry = "";
    private volatile boolean over;

    /** An event that came. */
    public record Told(String event, String id, JsonNode data) {

        public String about() {
            return data.path("id").asString();
        }
    }

    private LiveClient(HttpResponse<InputStream> response) {
        this.response = response;
        Thread.ofVirtual().start(this::read);
    }

    /** Opens a stream, which must be let in, and waits until it has begun. */
    public static LiveClient opens(Api api, String door, Map<String, String> headers, @Nullable String lastId) {
        return opens(api.base() + door + PATH, headers, lastId);
    }

    public static LiveClient opens(String url, Map<String, String> headers, @Nullable String lastId) {
        var all = new LinkedHashMap<>(headers);
        if (lastId != null) {
            all.put("Last-Event-ID", lastId);
        }
        var response = asks(url, all);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream;charset=UTF-8");
        var client = new LiveClient(response);
        until("it has begun", () -> !client.retry.isEmpty() || client.over);
        return client;
    }

    public static HttpResponse<InputStream> asks(String url, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(url));
        headers.forEach(request::header);
        try {
            return HTTP.send(request.build(), BodyHandlers.ofInputStream());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            var event = "";
            var data = new StringBuilder();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    if (!data.isEmpty()) {
                        told.add(new Told(event, lastId, JSON.readTree(data.toString())));
                    }
                    event = "";
                    data.setLength(0);
                } else if (line.startsWith(":")) {
                    comments.add(line);
                } else if (line.startsWith("event: ")) {
                    event = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data.append(line, 6, line.length());
                } else if (line.startsWith("id: ")) {
                    lastId = line.substring(4);
                } else if (line.startsWith("retry: ")) {
                    retry = line.substring(7);
                } else {
                    throw new AssertionError("No line of a stream: " + line);
                }
            }
        } catch (IOException closed) {
            // As when it ends.
        } finally {
            over = true;
        }
    }

    public List<Told> told() {
        return List.copyOf(told);
    }

    public List<String> ids() {
        return told.stream().map(Told::id).toList();
    }

    public int comments() {
        return comments.size();
    }

    public String lastId() {
        return lastId;
    }

    public String retry() {
        return retry;
    }

    public boolean over() {
        return over;
    }

    /** Waits until so many came. */
    public List<Told> waitsFor(int count) {
        until(count + " events came", () -> told.size() >= count);
        return told();
    }

    public void waitsForTheEnd() {
        until("the stream ended", () -> over);
    }

    @Override
    public void close() {
        try {
            response.body().close();
        } catch (IOException closed) {
            // It is what was wanted.
        }
    }
}
