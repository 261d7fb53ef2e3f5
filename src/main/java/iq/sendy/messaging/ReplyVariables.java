package iq.sendy.messaging;

import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.CannedReplyText.ReplyValues;
import iq.sendy.messaging.ConversationView.ConversationContact;
import iq.sendy.messaging.store.InboxStore;
import iq.sendy.orders.Orders;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.stores.StoreView;
import iq.sendy.stores.Stores;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Variables of canned replies, looked up for the contact of a conversation. */
@Service
public class ReplyVariables {

    private final InboxStore inbox;
    private final Stores stores;
    private final Orders orders;
    private final Pipeline pipeline;

    ReplyVariables(InboxStore inbox, Stores stores, Orders orders, Pipeline pipeline) {
        this.inbox = inbox;
        this.stores = stores;
        this.orders = orders;
        this.pipeline = pipeline;
    }

    /** In one trip. The order is the newest of the phone that is the contact's by proof, however it was placed. */
    @Transactional(readOnly = true)
    public ReplyValues of(StoreId store, ConversationContact contact) {
        var phone = Optional.ofNullable(contact.phone()).flatMap(Phone::parse);
        var trip = pipeline.open();
        var named = trip.add(stores.query(store));
        var newest =
                trip.add(phone.map(known -> orders.newestPublicId(store, known)).orElseGet(Query::none));
        trip.send();
        return new ReplyValues(
                contact.name(),
                named.first().map(StoreView::name).orElse(null),
                newest.first().orElse(null));
    }

    /** A text as the contact of a conversation gets it. Without variables nothing is asked. */
    @Transactional(readOnly = true)
    public String filled(StoreId store, UUID conversation, String text) {
        if (!CannedReplyText.hasVariables(text)) {
            return text;
        }
        return pipeline.ask(inbox.find(store, conversation))
                .first()
                .map(found -> CannedReplyText.fill(text, of(store, found.contact())))
                .orElse(text);
    }
}
