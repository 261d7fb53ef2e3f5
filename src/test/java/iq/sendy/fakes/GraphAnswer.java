package iq.sendy.fakes;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An answer of {@link FakeGraph}. */
public record GraphAnswer(int status, String body) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Meta's shape of a refusal. */
    static String error(int code, @Nullable Integer subcode, String message) {
        var error = JSON.createObjectNode();
        error.put("message", message).put("type", "OAuthException").put("code", code);
        if (subcode != null) {
            error.put("error_subcode", subcode);
        }
        error.putObject("error_data").put("messaging_product", "whatsapp").put("details", message);
        error.put("fbtrace_id", "AbCdEf123");
        return JSON.createObjectNode().set("error", error).toString();
    }

    static GraphAnswer refusal(int status, int code, String message) {
        return new GraphAnswer(status, error(code, null, message));
    }

    /** The same acceptance under another id. */
    GraphAnswer as(String id) {
        if (status != 200) {
            return this;
        }
        var tree = JSON.readTree(body);
        if (tree.path("messages").path(0) instanceof ObjectNode message) {
            message.put("id", id);
        } else if (tree.has("message_id")) {
            ((ObjectNode) tree).put("message_id", id);
        }
        return new GraphAnswer(status, tree.toString());
    }

    byte[] bytes(String... headers) {
        return raw(status, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    static byte[] raw(int status, byte[] content, String... headers) {
        var head = new StringBuilder("HTTP/1.1 " + status + " So\r\n");
        var typed = false;
        for (var header : headers) {
            head.append(header).append("\r\n");
            typed |= header.startsWith("Content-Type:");
        }
        if (!typed) {
            head.append("Content-Type: application/json; charset=UTF-8\r\n");
        }
        head.append("Content-Length: ").append(content.length).append("\r\n\r\n");
        var all = new ByteArrayOutputStream();
        all.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        all.writeBytes(content);
        return all.toByteArray();
    }
}
