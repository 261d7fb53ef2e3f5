package iq.sendy.identity;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import java.util.Set;
import java.util.UUID;

/**
 * Let a member of staff go.
 *
 * @param held what the caller may do: nobody sends off who may do more
 */
public record RemoveMember(StoreId store, Actor actor, Set<String> held, UUID member) {

    /** All that can come of it. */
    public sealed interface Result {}

    public record Dismissed() implements Result {}

    public record NoSuchMember() implements Result {}

    /** The caller does not hold this permission of the member's role. */
    public record NotHeld(String permission) implements Result {}
}
