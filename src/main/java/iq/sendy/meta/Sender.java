package iq.sendy.meta;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The customer at the other side: all names by which Meta knows them in this message, at least one, and what they call
 * themselves.
 */
public record Sender(
        List<Identity> identities,
        @Nullable String name,
        @Nullable String username) {

    public Sender {
        identities = List.copyOf(identities);
        if (identities.isEmpty()) {
            throw new IllegalArgumentException("A sender has a name at Meta");
        }
    }

    /** Without names: a customer's belongs in no log. */
    @Override
    public String toString() {
        return "Sender " + identities;
    }
}
