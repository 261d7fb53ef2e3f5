package iq.sendy.meta;

import iq.sendy.kernel.Bytes;
import org.jspecify.annotations.Nullable;

/** Outcome of fetching a picture or file that a customer sent. */
public sealed interface MediaOutcome {

    /**
     * It is here, and is what Meta said it would be.
     *
     * @param mimeType as Meta says; what it is, the bytes say
     */
    record Fetched(Bytes content, @Nullable String mimeType) implements MediaOutcome {}

    /** Meta said no. */
    record Withheld(GraphError error) implements MediaOutcome {}

    /** It is larger than we take. */
    record TooLarge() implements MediaOutcome {}

    /**
     * It cannot be had: a reference without id and address, an address that we do not ask, bytes that are not those that
     * were announced.
     */
    record Unusable(String why) implements MediaOutcome {}

    /** No answer, half of one, or trouble at the other side: again later. */
    record Unreachable(String why) implements MediaOutcome {}
}
