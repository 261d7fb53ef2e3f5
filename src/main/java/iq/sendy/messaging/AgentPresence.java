package iq.sendy.messaging;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Pipeline;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Presence of an agent: whether one would answer in a conversation. */
@Component
class AgentPresence {

    private final ObjectProvider<AnsweringAgent> agents;
    private final Pipeline pipeline;

    AgentPresence(ObjectProvider<AnsweringAgent> agents, Pipeline pipeline) {
        this.agents = agents;
        this.pipeline = pipeline;
    }

    boolean isIn(StoreId store, ConversationView conversation) {
        var agent = agents.getIfAvailable();
        if (agent == null) {
            return false;
        }
        var contact = conversation.contact();
        var answered = agent.at(store, conversation.channel().id());
        pipeline.send(answered.queries());
        return answered.include(contact.id(), names(contact));
    }

    private static List<String> names(ConversationView.ConversationContact contact) {
        return Stream.of(contact.phone(), contact.externalId())
                .filter(Objects::nonNull)
                .toList();
    }
}
