package iq.sendy.simulator;

import iq.sendy.kernel.Bytes;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Answer of Graph, in Meta's shapes.
 *
 * @param body null where the connection breaks before an answer
 */
record GraphAnswer(int status, String contentType, @Nullable Bytes body) {

    static final GraphAnswer NONE = new GraphAnswer(0, "", null);

    static GraphAnswer ok(JsonNode body) {
        return json(200, body);
    }

    static GraphAnswer file(Bytes content, String mimeType) {
        return new GraphAnswer(200, mimeType, content);
    }

    private static GraphAnswer json(int status, JsonNode body) {
        return new GraphAnswer(status, "application/json; charset=UTF-8", Bytes.of(MetaEnvelope.written(body)));
    }

    static GraphAnswer error(int status, int code, @Nullable Integer subcode, String type, String message) {
        var body = MetaEnvelope.object();
        var error = body.putObject("error");
        error.put("message", message).put("type", type).put("code", code);
        if (subcode != null) {
            error.put("error_subcode", subcode);
        }
        if (code > 100_000) {
            error.putObject("error_data").put("messaging_product", "whatsapp").put("details", message);
        }
        error.put("fbtrace_id", "Simulated");
        return json(status, body);
    }

    static GraphAnswer expired() {
        return error(
                401, 190, 463, "OAuthException", "Error validating access token: Session has expired on the simulator");
    }

    static GraphAnswer unknown() {
        return error(
                400,
                100,
                33,
                "GraphMethodException",
                "Unsupported request: the object does not exist at the simulator, or its token is another");
    }

    static GraphAnswer badParameter(String what) {
        return error(400, 100, null, "OAuthException", "(#100) Invalid parameter: " + what);
    }
}
