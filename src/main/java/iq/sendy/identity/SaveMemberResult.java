package iq.sendy.identity;

/** All that can come of hiring or changing a member of staff. */
public sealed interface SaveMemberResult {

    record Saved(MemberView member) implements SaveMemberResult {}

    record NoSuchMember() implements SaveMemberResult {}

    record NoSuchRole() implements SaveMemberResult {}

    /** The caller does not hold this permission of the role. */
    record NotHeld(String permission) implements SaveMemberResult {}

    record PhoneTaken() implements SaveMemberResult {}
}
