package iq.sendy.messaging.web;

import iq.sendy.messaging.StreamItem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpHeaders;

/** Server-sent events on one answer, as the HTML standard writes them. */
final class EventStream {

    static final String TYPE = "text/event-stream";

    /** What a client is told to wait before it comes back. */
    private static final int RETRY_MILLIS = 2_000;

    private final HttpServletResponse response;

    EventStream(HttpServletResponse response) {
        this.response = response;
    }

    /** Says what comes, before anything has. */
    void head() {
        response.setContentType(TYPE + ";charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        // A proxy that collects an answer before it passes it on shows nothing live.
        response.setHeader("X-Accel-Buffering", "no");
    }

    /** The client goes on from here, whatever it has seen. */
    void begin(long last) throws IOException {
        write("retry: " + RETRY_MILLIS + "\nid: " + last + "\n\n");
    }

    /** The client goes on from what it said that it has seen. */
    void goOn() throws IOException {
        write("retry: " + RETRY_MILLIS + "\n\n");
    }

    /** What the client has seen is too old: it reads the inbox anew, and then goes on from here. */
    void reset(long last) throws IOException {
        write("retry: " + RETRY_MILLIS + "\nevent: reset\nid: " + last + "\ndata: {}\n\n");
    }

    /** So that nobody on the way takes the connection for a dead one. */
    void comment() throws IOException {
        write(":\n\n");
    }

    void send(List<StreamItem> items) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (var item : items) {
            var data = item.data();
            // JSON has no line break. What is no more, or not shown, only moves the client on.
            if (data == null) {
                bytes.writeBytes(ascii("id: " + item.seq() + "\n\n"));
                continue;
            }
            bytes.writeBytes(ascii("event: " + item.kind() + "\nid: " + item.seq() + "\ndata: "));
            bytes.writeBytes(data.toArray());
            bytes.writeBytes(ascii("\n\n"));
        }
        write(bytes.toByteArray());
    }

    private void write(String text) throws IOException {
        write(ascii(text));
    }

    private void write(byte[] bytes) throws IOException {
        var out = response.getOutputStream();
        out.write(bytes);
        out.flush();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
