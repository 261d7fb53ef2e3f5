package iq.sendy.returns;

import iq.sendy.kernel.WireWord;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Where a return is on its way. */
public enum ReturnStatus implements WireWord {
    PENDING("pending"),
    APPROVED("approved"),
    REJECTED("rejected"),
    COMPLETED("completed");

    private final String word;

    ReturnStatus(String word) {
        this.word = word;
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
