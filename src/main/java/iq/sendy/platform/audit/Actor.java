package iq.sendy.platform.audit;

import iq.sendy.platform.api.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Actor of a change: who does something, as timelines and the audit log show it.
 *
 * @param kind {@code user}, {@code key}, {@code buyer}, {@code agent} or {@code system}
 * @param ip where the request came from, null when nobody's
 */
public record Actor(
        String kind,
        @Nullable UUID id,
        @Nullable String name,
        @Nullable String ip) {

    /** Sendy itself. */
    public static final Actor SYSTEM = new Actor("system", null, "Sendy", null);

    /** The member of the store who does it; null where it is none. */
    public @Nullable UUID member() {
        return kind.equals("user") ? id : null;
    }

    public static Actor of(Caller caller, @Nullable String ip) {
        return new Actor(caller.kind() == Caller.Kind.KEY ? "key" : "user", caller.id(), caller.name(), ip);
    }
}
