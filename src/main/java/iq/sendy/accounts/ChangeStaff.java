package iq.sendy.accounts;

import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Change a member of staff, who is locked. What is null keeps its value.
 *
 * @param present as they stand
 * @param password ends every sign-in of theirs, as switching them off does
 */
public record ChangeStaff(
        StoreId store,
        MemberView present,
        @Nullable String fullName,
        @Nullable Phone phone,
        UUID role,
        @Nullable PasswordHash password,
        @Nullable Boolean active) {

    /** All that can come of it. */
    public sealed interface Result {}

    public record Changed(MemberView member) implements Result {}

    public record PhoneTaken() implements Result {}
}
