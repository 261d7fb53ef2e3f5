package iq.sendy.agent;

import iq.sendy.agent.Knowledge.KnownText;
import java.time.Instant;
import java.util.UUID;

/** Knowledge item: a text that the shop's people wrote for the agent. */
public record KnowledgeItem(UUID id, KnownText text, Instant createdAt, Instant updatedAt) {

    /** More would crowd out the conversation. */
    public static final int MOST = 200;

    KnowledgeItem with(KnownText other, Instant now) {
        return new KnowledgeItem(id, other, createdAt, now);
    }
}
