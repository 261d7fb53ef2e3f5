package iq.sendy.webhooks.listeners;

import static java.util.stream.Collectors.toMap;

import iq.sendy.messaging.ConversationBody;
import iq.sendy.messaging.ConversationView;
import iq.sendy.messaging.Conversations;
import iq.sendy.messaging.MessagesArrived;
import iq.sendy.messaging.MessagesArrived.ArrivedMessage;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.webhooks.IntegrationEvent;
import iq.sendy.webhooks.Outbox;
import iq.sendy.webhooks.model.EventType;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Customers' messages, each with its conversation as they leave it. */
@Component
class MessagingListener {

    private final Outbox outbox;
    private final Conversations conversations;
    private final Pipeline pipeline;

    MessagingListener(Outbox outbox, Conversations conversations, Pipeline pipeline) {
        this.outbox = outbox;
        this.conversations = conversations;
        this.pipeline = pipeline;
    }

    @EventListener
    void on(MessagesArrived arrived) {
        var ids = arrived.messages().stream()
                .map(ArrivedMessage::conversation)
                .distinct()
                .toList();
        var views = pipeline.ask(conversations.byIds(arrived.store(), ids)).answer().stream()
                .collect(toMap(ConversationView::id, view -> view));
        for (var message : arrived.messages()) {
            Optional.ofNullable(views.get(message.conversation())).ifPresent(view -> publish(arrived, message, view));
        }
    }

    private void publish(MessagesArrived arrived, ArrivedMessage message, ConversationView view) {
        outbox.publish(
                arrived.store(),
                new IntegrationEvent(
                        EventType.CONVERSATION_MESSAGE_RECEIVED,
                        view.id(),
                        message.sequence(),
                        view.times().updatedAt(),
                        ConversationBody.of(view)));
    }
}
