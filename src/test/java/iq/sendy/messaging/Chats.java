package iq.sendy.messaging;

import iq.sendy.World.Backstage;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Conversations as rows, and what is said of them in a transaction, as the services of the inbox say it. */
final class Chats {

    private final Backstage backstage;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    Chats(Backstage backstage, PlatformTransactionManager transactions, ApplicationEventPublisher events) {
        this.backstage = backstage;
        this.transaction = new TransactionTemplate(transactions);
        this.events = events;
    }

    static StoreId store(iq.sendy.Shop shop) {
        return new StoreId(UUID.fromString(shop.storeId()));
    }

    /** A conversation with a new contact. */
    UUID conversation(StoreId store) {
        var contact = UUID.randomUUID();
        var conversation = UUID.randomUUID();
        backstage
                .jdbc()
                .sql("""
                        with c as (
                            insert into messaging.contact (store_id, id, name, created_at, updated_at)
                            values (:store, :contact, 'زينب', now(), now()))
                        insert into messaging.conversation (store_id, id, channel_id, channel_type, contact_id, status,
                            created_at, updated_at)
                        values (:store, :id, :channel, 'WhatsApp', :contact, 'Open', now(), now())
                        """)
                .param("store", store.value())
                .param("contact", contact)
                .param("channel", UUID.randomUUID())
                .param("id", conversation)
                .update();
        return conversation;
    }

    /** A message that came in, as a row. */
    UUID message(StoreId store, UUID conversation, String text) {
        var message = UUID.randomUUID();
        backstage
                .jdbc()
                .sql("""
                        insert into messaging.message (store_id, id, conversation_id, channel_id, external_id, direction,
                            author_kind, kind, text, provider_at, number, created_at)
                        select :store, :id, c.id, c.channel_id, :external, 'Inbound', 'Customer', 'Text', :text, now(), 1,
                            now()
                        from messaging.conversation as c where c.store_id = :store and c.id = :conversation
                        """)
                .param("store", store.value())
                .param("id", message)
                .param("conversation", conversation)
                .param("external", "wamid." + message)
                .param("text", text)
                .update();
        return message;
    }

    /** Says it in a transaction that commits. */
    void says(StoreId store, Object... said) {
        inStore(store, () -> {
            for (var one : said) {
                events.publishEvent(one);
            }
        });
    }

    void inStore(StoreId store, Runnable work) {
        CurrentTenant.in(store, () -> {
            transaction.executeWithoutResult(_ -> work.run());
            return true;
        });
    }
}
