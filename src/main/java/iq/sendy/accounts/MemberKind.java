package iq.sendy.accounts;

import java.util.Arrays;

/** The three roles that a person may have on the wire; what a member of staff may do is said by the store's own role. */
public enum MemberKind {
    OWNER("store_owner"),
    STAFF("store_staff"),
    ADMIN("platform_admin");

    private final String word;

    MemberKind(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static MemberKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such role"));
    }
}
