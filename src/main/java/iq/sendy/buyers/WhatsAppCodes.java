package iq.sendy.buyers;

import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.AuthorKind;
import iq.sendy.messaging.MessageView.MessageAuthor;
import iq.sendy.messaging.OutboundMessages;
import iq.sendy.messaging.QueueMessage;
import iq.sendy.messaging.ReachablePhones;
import iq.sendy.meta.OutboundText;
import iq.sendy.platform.api.Messages;
import iq.sendy.stores.Settings;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * One-time codes by WhatsApp, to phones that wrote to the shop there within the last 24 hours: to others Meta takes no free
 * text. Their digits are hidden in the conversation, since they prove a phone that is not the shop's.
 */
@Component
@Order(0)
class WhatsAppCodes implements CodeSender {

    private final ReachablePhones phones;
    private final OutboundMessages outbound;
    private final Settings settings;
    private final Messages messages;

    WhatsAppCodes(ReachablePhones phones, OutboundMessages outbound, Settings settings, Messages messages) {
        this.phones = phones;
        this.outbound = outbound;
        this.settings = settings;
        this.messages = messages;
    }

    @Override
    public boolean serves(StoreId store) {
        return phones.areThere(store);
    }

    @Override
    public boolean reaches(StoreId store, Phone phone) {
        return phones.conversationWith(store, phone).isPresent();
    }

    /** A window that closed since it was asked for loses the code, as a phone without a signal would. */
    @Override
    public void send(StoreId store, OneTimeCode code) {
        var language = messages.preferred(settings.of(store).language());
        var text = messages.text("code_by_message", language, List.of(code.digits()));
        phones.conversationWith(store, code.phone())
                .ifPresent(conversation -> outbound.queue(
                        store,
                        new QueueMessage(
                                conversation,
                                new MessageAuthor(AuthorKind.SYSTEM, null, null),
                                new OutboundText(text),
                                null,
                                code.digits(),
                                false)));
    }
}
