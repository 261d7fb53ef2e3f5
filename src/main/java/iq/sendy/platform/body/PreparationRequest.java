package iq.sendy.platform.body;

import iq.sendy.platform.api.Caller;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** A request as a {@link Preparation} sees it: its rights are checked and its body can be read. */
public final class PreparationRequest {

    private final HttpServletRequest servlet;
    private final @Nullable Bound<?> body;

    /**
     * Made by the platform alone.
     *
     * @param body what was read for this preparation alone; null where the operation binds none
     */
    public PreparationRequest(HttpServletRequest servlet, @Nullable Bound<?> body) {
        this.servlet = servlet;
        this.body = body;
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
