package iq.sendy.messaging.listeners;

import iq.sendy.messaging.ConversationChanged;
import iq.sendy.messaging.InboxStream;
import iq.sendy.messaging.MessageChanged;
import iq.sendy.messaging.MessageReceived;
import iq.sendy.messaging.StreamEventKind;
import iq.sendy.messaging.StreamHappening;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What happens in conversations, for those who watch. */
@Component
class StreamListener {

    private final InboxStream stream;

    StreamListener(InboxStream stream) {
        this.stream = stream;
    }

    @EventListener
    void on(MessageReceived received) {
        stream.tell(
                received.store(),
                new StreamHappening(StreamEventKind.MESSAGE, received.conversation(), received.message()));
    }

    @EventListener
    void on(MessageChanged changed) {
        stream.tell(
                changed.store(),
                new StreamHappening(StreamEventKind.STATUS, changed.conversation(), changed.message()));
    }

    @EventListener
    void on(ConversationChanged changed) {
        stream.tell(changed.store(), new StreamHappening(StreamEventKind.CONVERSATION, changed.conversation(), null));
    }
}
