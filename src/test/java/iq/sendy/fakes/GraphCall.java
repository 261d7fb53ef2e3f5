package iq.sendy.fakes;

import iq.sendy.kernel.Bytes;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a {@link FakeGraph} was asked.
 *
 * @param host {@code facebook}, {@code instagram} or {@code cdn}
 * @param path without version and query, as {@code /500000000000001/messages}
 * @param token of the Authorization header; null where there is none
 * @param body of a POST; null where there is none, or it is no JSON
 */
public record GraphCall(
        String host,
        String method,
        String version,
        String path,
        Map<String, String> query,
        @Nullable String token,
        @Nullable JsonNode body) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** The account in the path. */
    public String account() {
        return path.split("/", -1)[1];
    }

    GraphCall of(String account) {
        var rest = path.substring(1 + account().length());
        return new GraphCall(host, method, version, "/" + account + rest, query, token, body);
    }

    /** Whether it shows a customer that an answer is being written, and sends nothing. */
    public boolean isTyping() {
        return body != null
                && (body.has("typing_indicator")
                        || "typing_on".equals(body.path("sender_action").stringValue("")));
    }

    /** Whether it asks what an account is, as who would prove that a token may read it. */
    public boolean isRead() {
        return "GET".equals(method) && query.containsKey("fields");
    }

    /** The text of the message, if it has one. */
    public @Nullable String text() {
        if (body == null) {
            return null;
        }
        var text = body.at("/text/body").isMissingNode() ? body.at("/message/text") : body.at("/text/body");
        return text.isString() ? text.stringValue() : null;
    }

    /** Our own id of the message, which WhatsApp repeats in its statuses. */
    public @Nullable String callbackData() {
        return body == null ? null : body.path("biz_opaque_callback_data").stringValue(null);
    }

    static GraphCall of(Received received) {
        var line = received.line().split(" ", -1);
        var question = line[1].indexOf('?');
        var parts = (question < 0 ? line[1] : line[1].substring(0, question)).split("/", 4);
        var host = parts.length > 1 ? parts[1] : "";
        var versioned = !"cdn".equals(host) && parts.length > 2 && parts[2].matches("v[0-9]+\\.[0-9]+");
        var rest = versioned
                ? "/" + (parts.length > 3 ? parts[3] : "")
                : "/" + String.join("/", List.of(parts).subList(Math.min(2, parts.length), parts.length));
        var authorization = received.header("authorization");
        var token = authorization == null ? null : authorization.replaceFirst("^Bearer ", "");
        return new GraphCall(
                host,
                line[0],
                versioned ? parts[2] : "",
                rest,
                question < 0 ? Map.of() : query(line[1].substring(question + 1)),
                token,
                json(received.body()));
    }

    private static Map<String, String> query(String text) {
        var query = new LinkedHashMap<String, String>();
        for (var part : text.split("&", -1)) {
            var equals = part.indexOf('=');
            query.put(part.substring(0, equals), URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return query;
    }

    private static @Nullable JsonNode json(Bytes body) {
        try {
            return body.length() == 0 ? null : JSON.readTree(body.toArray());
        } catch (JacksonException noJson) {
            return null;
        }
    }
}
