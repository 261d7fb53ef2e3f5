package iq.sendy.messaging;

import iq.sendy.kernel.Bytes;
import iq.sendy.messaging.model.SniffedType;

/** What came of fetching a medium. */
public sealed interface FetchedMedium {

    /** It is here, as it will be kept. */
    record Kept(SniffedType type, Bytes content) implements FetchedMedium {}

    /** It is not taken; in a word. */
    record Declined(String reason) implements FetchedMedium {}

    /** It cannot be had; in a word. */
    record Lost(String reason) implements FetchedMedium {}
}
