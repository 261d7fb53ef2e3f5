package iq.sendy.orders;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Where a return is on its way. */
public enum ReturnStatus {
    PENDING("pending"),
    APPROVED("approved"),
    REJECTED("rejected"),
    COMPLETED("completed");

    private final String word;

    ReturnStatus(String word) {
        this.word = word;
    }

    /** The constant whose word this is, to the letter. */
    public static ReturnStatus of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst().orElseThrow();
    }

    /** The steps from here. */
    public Set<ReturnStatus> next() {
        return Collections.unmodifiableSet(
                switch (this) {
                    case PENDING -> EnumSet.of(APPROVED, REJECTED);
                    case APPROVED -> EnumSet.of(COMPLETED);
                    case REJECTED, COMPLETED -> EnumSet.noneOf(ReturnStatus.class);
                });
    }

    /** The contract's word. */
    @Override
    public String toString() {
        return word;
    }
}
