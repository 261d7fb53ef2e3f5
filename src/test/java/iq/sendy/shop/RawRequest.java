package iq.sendy.shop;

import iq.sendy.Waiting;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A request byte for byte, with whatever host and headers somebody likes to send. */
final class RawRequest {

    private final String base;
    private final String method;
    private final Map<String, String> headers = new LinkedHashMap<>();

    private RawRequest(String base, String method) {
        this.base = base;
        this.method = method;
        var server = URI.create(base);
        headers.put("Host", server.getAuthority());
        headers.put("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
    }

    static RawRequest get(String base) {
        return new RawRequest(base, "GET");
    }

    static RawRequest head(String base) {
        return new RawRequest(base, "HEAD");
    }

    /** A null value leaves the header out. */
    RawRequest with(String name, @Nullable String value) {
        if (value == null) {
            headers.remove(name);
        } else {
            headers.put(name, value);
        }
        return this;
    }

    /** What came back; names of headers in lower case. */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares two of them.
    record Shown(int status, Map<String, List<String>> headers, byte[] bytes) {

        Optional<String> header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                    .findFirst();
        }

        String text() {
            try {
                var plain = header("content-encoding").filter("gzip"::equals).isPresent()
                        ? new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes()
                        : bytes;
                return new String(plain, StandardCharsets.UTF_8);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        @Override
        public String toString() {
            return status + " " + headers + "\n" + text();
        }
    }

    Shown opens(String path) {
        var server = URI.create(base);
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout((int) Waiting.PATIENCE.toMillis());
            var head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
            headers.forEach((name, value) ->
                    head.append(name).append(": ").append(value).append("\r\n"));
            head.append("Connection: close\r\n\r\n");
            socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
            return shown(socket.getInputStream().readAllBytes());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Shown shown(byte[] answer) throws IOException {
        var text = new String(answer, StandardCharsets.ISO_8859_1);
        var end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new IOException("No answer: " + text);
        }
        var lines = text.substring(0, end).split("\r\n", -1);
        var headers = new LinkedHashMap<String, List<String>>();
        for (var i = 1; i < lines.length; i++) {
            var colon = lines[i].indexOf(':');
            headers.computeIfAbsent(lines[i].substring(0, colon).toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                    .add(lines[i].substring(colon + 1).strip());
        }
        var body = text.substring(end + 4);
        var chunked = headers.getOrDefault("transfer-encoding", List.of()).contains("chunked");
        return new Shown(
                Integer.parseInt(lines[0].split(" ", -1)[1]),
                headers,
                (chunked ? joined(body) : body).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String joined(String chunks) {
        var whole = new StringBuilder();
        var rest = chunks;
        while (!rest.isEmpty()) {
            var line = rest.indexOf("\r\n");
            var length = Integer.parseInt(rest.substring(0, line), 16);
            whole.append(rest, line + 2, line + 2 + length);
            rest = length == 0 ? "" : rest.substring(line + 2 + length + 2);
        }
        return whole.toString();
    }
}
