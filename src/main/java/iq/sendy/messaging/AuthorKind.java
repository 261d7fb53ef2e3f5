package iq.sendy.messaging;

import iq.sendy.kernel.WireWord;

/** Who wrote a message. */
public enum AuthorKind implements WireWord {
    CUSTOMER("Customer"),
    AI("Ai"),
    STAFF("Staff"),
    NATIVE_APP("NativeApp"),
    SYSTEM("System");

    private final String word;

    AuthorKind(String word) {
        this.word = word;
    }

    /** The contract's word. */
    @Override
    public String toString() {
        return word;
    }
}
