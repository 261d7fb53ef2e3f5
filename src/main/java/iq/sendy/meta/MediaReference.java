package iq.sendy.meta;

import org.jspecify.annotations.Nullable;

/** Where media of a message lies at Meta: by an id that Graph turns into an address, or by an address that soon expires. */
public record MediaReference(
        @Nullable String id,
        @Nullable String url,
        @Nullable String mimeType,
        @Nullable String sha256,
        @Nullable String fileName) {

    public MediaReference {
        if (id == null && url == null) {
            throw new IllegalArgumentException("Media lie by an id or at an address");
        }
    }

    /** Without the address, which lets anybody look, and without the customer's name for the file. */
    @Override
    public String toString() {
        return "Media " + mimeType;
    }
}
