package iq.sendy.messaging;

import iq.sendy.kernel.Phone;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Contact as the agent knows it.
 *
 * @param verifiedPhone the number that is proved to be the contact's; null where none is
 * @param names that number as it is stored, and the ids by which Meta knows the contact
 */
public record AgentContact(UUID id, @Nullable Phone verifiedPhone, List<String> names) {

    public AgentContact {
        names = List.copyOf(names);
    }
}
