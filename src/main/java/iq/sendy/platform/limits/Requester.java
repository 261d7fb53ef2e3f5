package iq.sendy.platform.limits;

import iq.sendy.platform.api.Caller;
import jakarta.servlet.http.HttpServletRequest;

/** Whom a request counts for: a key or a person by their id, and a stranger by the network they come from. */
public final class Requester {

    private Requester() {}

    public static String of(HttpServletRequest request) {
        if (request.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller) {
            return (caller.kind() == Caller.Kind.KEY ? "key:" : "user:") + caller.id();
        }
        return "network:" + Networks.of(request.getRemoteAddr());
    }
}
