package iq.sendy.accounts;

import iq.sendy.kernel.WireWord;

/** The three roles that a person may have on the wire; what a member of staff may do is said by the store's own role. */
public enum MemberKind implements WireWord {
    OWNER("store_owner"),
    STAFF("store_staff"),
    ADMIN("platform_admin");

    private final String word;

    MemberKind(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
