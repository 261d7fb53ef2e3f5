package iq.sendy.simulator;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the simulator does wrong on demand, once. */
public enum GraphFault {
    /** The next message is refused: the customer wrote too long ago (131047, or 10 with its subcode). */
    WINDOW_CLOSED,
    /** The next message is refused: too many to the same person (131056). */
    TOO_FAST,
    /** The next call is refused: the token has expired (190). */
    TOKEN_EXPIRED,
    /** The next message arrives, and the connection breaks before the answer. */
    NO_ANSWER,
    /** The next message is taken and does not arrive, which a status tells later (131026). */
    UNDELIVERABLE;

    /** Its word in forms. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<GraphFault> byWord(String word) {
        return Arrays.stream(values())
                .filter(fault -> fault.word().equals(word))
                .findFirst();
    }
}
