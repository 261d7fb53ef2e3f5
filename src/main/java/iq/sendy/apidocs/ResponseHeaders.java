package iq.sendy.apidocs;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The response headers that a program may rely on. */
final class ResponseHeaders {

    private static final List<String> RATE = List.of("RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset");

    private ResponseHeaders() {}

    static void define(ObjectNode headers) {
        define(headers, "RateLimit-Limit", "integer", "Requests that a minute holds");
        define(headers, "RateLimit-Remaining", "integer", "Requests that may be sent now");
        define(headers, "RateLimit-Reset", "integer", "Seconds from now until all of them may be sent again");
        define(headers, "Retry-After", "integer", "Seconds to wait before the request is sent again");
        define(headers, "X-Trace-Id", "string", "Names this request in our log");
        define(
                headers,
                "Idempotency-Replayed",
                "string",
                "true: these are the bytes of the first answer to this key, or data is null because they were too many to keep");
        define(headers, "ETag", "string", "Names these bytes; as If-None-Match it asks whether they changed");
        define(headers, "WWW-Authenticate", "string", "The kind of credential that this door reads");
        define(headers, "Content-Language", "string", "The language of the messages, or of the file: en, ar or ckb");
    }

    /** Those of every answer of an operation. */
    static void common(ObjectNode headers, ApiOperation apiOperation) {
        if (apiOperation.counted()) {
            RATE.forEach(name -> refer(headers, name));
        }
        refer(headers, "X-Trace-Id");
    }

    static void refer(ObjectNode headers, String name) {
        headers.set(name, JsonNodes.reference("headers", name));
    }

    private static void define(ObjectNode headers, String name, String type, String description) {
        headers.putObject(name).put("description", description).set("schema", JsonNodes.type(type));
    }
}
