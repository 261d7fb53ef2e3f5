package iq.sendy.platform.body;

import iq.sendy.platform.api.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerMapping;

/** A request as a {@link Preparation} sees it: its rights are checked and its body can be read. */
public final class PreparationRequest {

    private final HttpServletRequest servlet;
    private final @Nullable Bound<?> body;
    private final @Nullable RequestKey key;

    /**
     * Made by the platform alone.
     *
     * @param body what was read for this preparation alone; null where the operation binds none
     * @param key null where the request names none, so that no other is a repeat of it
     */
    public PreparationRequest(HttpServletRequest servlet, @Nullable Bound<?> body, @Nullable RequestKey key) {
        this.servlet = servlet;
        this.body = body;
        this.key = key;
    }

    /** What repeats of the request are known by; null where it has no {@code Idempotency-Key}. */
    public @Nullable RequestKey key() {
        return key;
    }

    /** An id in the path; empty where what stands there is none. */
    public Optional<UUID> pathId(String name) {
        if (servlet.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                && variables.get(name) instanceof String written) {
            try {
                return Optional.of(UUID.fromString(written));
            } catch (IllegalArgumentException none) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The body as the operation will see it, with the complaints of the binder. */
    public Bound<?> body() {
        if (body == null) {
            throw new IllegalStateException("The operation binds no body");
        }
        return body;
    }

    /** Tells of memory that a preparation is about to take, until the request is answered; refuses where there is no room. */
    public void claim(long bytes) {
        BodyMemoryBudget.claim(servlet, bytes);
    }

    /** Who sent it; an operation that anybody may call has nobody. */
    public Caller caller() {
        if (servlet.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller) {
            return caller;
        }
        throw new IllegalStateException("Anybody may call the operation");
    }

    /** Where it came from. */
    public String address() {
        return servlet.getRemoteAddr();
    }

    /** The form of an upload, within the limit that the operation has. */
    public MultipartForm form(int most) {
        return MultipartForm.of(servlet, most);
    }
}
