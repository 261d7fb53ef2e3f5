package iq.sendy.orders;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a customer wants to send back.
 *
 * @param items null for all that no other return holds
 */
public record RequestReturn(
        @Nullable String reason, @Nullable List<Piece> items) {

    public RequestReturn {
        items = items == null ? null : List.copyOf(items);
    }

    /** So many pieces of a line. */
    public record Piece(UUID orderItemId, long quantity) {}
}
