package iq.sendy.accounts;

import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import java.util.UUID;

/**
 * Add a member of staff to a store.
 *
 * @param id the one that the member will have
 */
public record AddStaff(
        StoreId store, UUID id, String fullName, Phone phone, UUID role, PasswordHash password, boolean active) {

    /** All that can come of it. */
    public sealed interface Result {}

    public record Added(MemberView member) implements Result {}

    public record PhoneTaken() implements Result {}
}
