package iq.sendy.demo;

import iq.sendy.messaging.ConversationFilter;
import iq.sendy.messaging.ConversationSort;
import iq.sendy.messaging.ConversationView;
import iq.sendy.messaging.Conversations;
import iq.sendy.messaging.InboundProcessing;
import iq.sendy.messaging.ReplyContent;
import iq.sendy.messaging.SendReply;
import iq.sendy.messaging.SnoozeFilter;
import iq.sendy.messaging.StaffReplies;
import iq.sendy.meta.ChannelType;
import iq.sendy.meta.MetaPayload;
import iq.sendy.platform.api.Paging;
import iq.sendy.simulator.SimulatedPhones;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The messages of the demo's store: what customers wrote, spelt as Meta spells it, and what they were answered. */
@Component
class DemoPost {

    private final SimulatedPhones phones;
    private final InboundProcessing processing;
    private final Conversations conversations;
    private final StaffReplies replies;
    private final TransactionTemplate transactions;
    private final Clock clock;

    DemoPost(
            SimulatedPhones phones,
            InboundProcessing processing,
            Conversations conversations,
            StaffReplies replies,
            TransactionTemplate transactions,
            Clock clock) {
        this.phones = phones;
        this.processing = processing;
        this.conversations = conversations;
        this.replies = replies;
        this.transactions = transactions;
        this.clock = clock;
    }

    void receive(DemoInbox.Chat chat, String text) {
        var delivery = phones.recall(chat.type(), chat.customer(), text);
        var items = MetaPayload.parse(chat.type(), delivery.toArray(), clock.instant())
                .items();
        transactions.executeWithoutResult(_ -> processing.apply(chat.shop().store(), chat.channel(), items));
    }

    /** Empty where nothing was received, as when the channel is not there. */
    Optional<UUID> conversation(DemoInbox.Chat chat) {
        var customer = chat.customer();
        var name = chat.type() == ChannelType.INSTAGRAM ? customer.instagramId() : customer.scopedId();
        var filter = new ConversationFilter(List.of(), chat.channel(), name, null, List.of(), null, SnoozeFilter.ANY);
        return conversations
                .list(chat.shop().store(), filter, ConversationSort.CREATED_AT, Paging.first())
                .items()
                .stream()
                .findFirst()
                .map(ConversationView::id);
    }

    /** Where Meta is not simulated there is nobody to send it to. */
    void answer(DemoInbox.Chat chat, UUID conversation, String text) {
        if (phones.on()) {
            replies.send(new SendReply(
                    chat.shop().store(),
                    chat.shop().team().caller(),
                    conversation,
                    new ReplyContent(text, null, null),
                    null));
        }
    }
}
