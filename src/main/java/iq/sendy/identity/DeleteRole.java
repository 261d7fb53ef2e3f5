package iq.sendy.identity;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import java.util.Set;
import java.util.UUID;

/**
 * Delete a role that nobody has.
 *
 * @param held what the caller may do: nobody takes away what they do not hold
 */
public record DeleteRole(StoreId store, Actor actor, Set<String> held, UUID role) {

    /** All that can come of it. */
    public sealed interface Result {}

    public record Deleted() implements Result {}

    public record NoSuchRole() implements Result {}

    /** The caller does not hold this permission of the role. */
    public record NotHeld(String permission) implements Result {}

    public record InUse() implements Result {}
}
