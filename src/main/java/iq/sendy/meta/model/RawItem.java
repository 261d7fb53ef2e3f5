package iq.sendy.meta.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One item of a delivery as its JSON.
 *
 * @param sentAt the time of what it came in, where it has none of its own
 * @param profiles what WhatsApp says of the people beside it, by each name they have there
 */
public record RawItem(
        String accountId,
        ItemPlace place,
        JsonNode node,
        @Nullable String sentAt,
        Map<String, JsonNode> profiles) {

    /** Where in a delivery it stood. */
    public enum ItemPlace {
        MESSAGE,
        STANDBY,
        ECHO,
        STATUS,
        TROUBLE
    }
}
