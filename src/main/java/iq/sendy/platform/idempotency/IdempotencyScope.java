package iq.sendy.platform.idempotency;

import iq.sendy.kernel.Bytes;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.body.Body;
import iq.sendy.platform.body.MultipartForm;
import iq.sendy.platform.body.RequestBytes;
import iq.sendy.platform.limits.Requester;
import iq.sendy.platform.secrets.Digests;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Objects;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Scope and fingerprint of an idempotency key. Within what a key for repeats stands for one request, and what tells
 * that request from others.
 */
final class IdempotencyScope {

    private IdempotencyScope() {}

    /** Whose key it is. Strangers share nothing but their network, and that not between routes. */
    static String of(HttpServletRequest request) {
        var requester = Requester.of(request);
        return request.getAttribute(Caller.ATTRIBUTE) == null
                ? requester + " " + request.getMethod() + " " + route(request)
                : requester;
    }

    static String route(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
    }

    /**
     * Method, route, path values, query and body, each led by its length. Of a form the parts count and not what stands
     * between them, since clients draw another boundary each time.
     */
    static Bytes fingerprint(HttpServletRequest request) {
        var digest = sha256();
        update(digest, request.getMethod());
        update(digest, route(request));
        update(digest, request.getRequestURI());
        update(digest, Objects.requireNonNullElse(request.getQueryString(), ""));
        var multipartForm = MultipartForm.read(request);
        if (multipartForm == null) {
            update(digest, RequestBytes.of(request, Body.BULK));
        } else {
            multipartForm.parts().forEach(formPart -> update(digest, formPart));
        }
        return Bytes.of(digest.digest());
    }

    private static void update(MessageDigest digest, MultipartForm.FormPart formPart) {
        var fileName = formPart.fileName();
        update(digest, formPart.name());
        update(digest, fileName == null ? "field" : "file " + fileName);
        update(digest, formPart.content().toArray());
    }

    /** The number of the lock that requests with one key stand before. */
    static long lock(IdempotencyStore.IdempotentRequest idempotentRequest) {
        return ByteBuffer.wrap(digest(idempotentRequest).toArray()).getLong();
    }

    /** What requests with one key have in common. */
    static Bytes digest(IdempotencyStore.IdempotentRequest idempotentRequest) {
        var text = idempotentRequest.store() + "|" + idempotentRequest.credential() + "|" + idempotentRequest.key();
        return Bytes.of(Digests.sha256(text));
    }

    private static void update(MessageDigest digest, String part) {
        update(digest, part.getBytes(StandardCharsets.UTF_8));
    }

    private static void update(MessageDigest digest, byte[] bytes) {
        digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This JDK lacks SHA-256", missing);
        }
    }
}
