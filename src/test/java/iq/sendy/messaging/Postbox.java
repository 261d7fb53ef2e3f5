package iq.sendy.messaging;

import iq.sendy.LockPatience;
import iq.sendy.World.Backstage;
import iq.sendy.kernel.StoreId;
import iq.sendy.meta.Identity;
import iq.sendy.meta.IdentityKind;
import iq.sendy.meta.InboundContent;
import iq.sendy.meta.InboundItem;
import iq.sendy.meta.InboundMessage;
import iq.sendy.meta.MessageEcho;
import iq.sendy.meta.MessageKind;
import iq.sendy.meta.Sender;
import iq.sendy.meta.StatusUpdate;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A channel of a store as its inbound items see it, and what they left behind. */
final class Postbox {

    static final String ACCOUNT = "500000000000001";

    final StoreId store;
    final UUID channel = UUID.randomUUID();
    private final InboundProcessing processing;
    private final TransactionTemplate transaction;
    private final Backstage backstage;

    Postbox(StoreId store, InboundProcessing processing, PlatformTransactionManager transactions, Backstage backstage) {
        this.store = store;
        this.processing = processing;
        this.transaction = new TransactionTemplate(transactions);
        this.backstage = backstage;
    }

    List<InboundItem> applies(InboundItem... items) {
        return applies(List.of(items));
    }

    List<InboundItem> applies(List<InboundItem> items) {
        return CurrentTenant.in(
                store, () -> LockPatience.of(() -> transaction.execute(_ -> processing.apply(store, channel, items))));
    }

    void settles(MessageEcho echo) {
        CurrentTenant.in(
                store,
                () -> transaction.execute(_ -> {
                    processing.settle(store, channel, echo);
                    return true;
                }));
    }

    static Identity waId(String value) {
        return new Identity(IdentityKind.WA_ID, value);
    }

    static Identity bsuid(String value) {
        return new Identity(IdentityKind.BSUID, value);
    }

    static Identity igsid(String value) {
        return new Identity(IdentityKind.IGSID, value);
    }

    static Sender sender(@Nullable String name, Identity... identities) {
        return new Sender(List.of(identities), name, null);
    }

    static InboundContent text(String text) {
        return new InboundContent(MessageKind.TEXT, text, null, null, List.of());
    }

    static InboundContent content(MessageKind kind) {
        return new InboundContent(kind, null, null, null, List.of());
    }

    static InboundMessage message(String id, Identity from, Instant at) {
        return message(id, sender(null, from), at, "سعر الباقة؟ " + id);
    }

    static InboundMessage message(String id, Sender from, Instant at, String text) {
        return new InboundMessage(ACCOUNT, id, from, at, text(text));
    }

    static MessageEcho echo(String id, Identity to, Instant at, String text) {
        return new MessageEcho(ACCOUNT, id, List.of(to), at, text(text));
    }

    static StatusUpdate status(String id, String word, Instant at) {
        return new StatusUpdate(ACCOUNT, id, null, word, at, List.of(), null);
    }

    List<Map<String, @Nullable Object>> rows(String sql) {
        return backstage.jdbc().sql(sql).param("store", store.value()).query().listOfRows();
    }

    Map<String, @Nullable Object> row(String sql) {
        var rows = rows(sql);
        if (rows.size() != 1) {
            throw new AssertionError(rows.size() + " rows: " + sql);
        }
        return rows.getFirst();
    }

    Map<String, @Nullable Object> conversation() {
        return row("select * from messaging.conversation where store_id = :store");
    }

    Map<String, @Nullable Object> contact() {
        return row("select * from messaging.contact where store_id = :store");
    }

    Map<String, @Nullable Object> message(String id) {
        return backstage
                .jdbc()
                .sql("select * from messaging.message where store_id = :store and external_id = :id")
                .param("store", store.value())
                .param("id", id)
                .query()
                .singleRow();
    }

    /** Meta's ids of what a conversation shows, in its order. */
    List<@Nullable Object> shown() {
        return rows("""
                        select external_id from messaging.message where store_id = :store
                        order by provider_at, number""").stream()
                .<@Nullable Object>map(row -> row.get("external_id"))
                .toList();
    }

    long count(String table) {
        return (long)
                Objects.requireNonNull(row("select count(*) as n from messaging." + table + " where store_id = :store")
                        .get("n"));
    }

    int executes(String sql) {
        return backstage.jdbc().sql(sql).param("store", store.value()).update();
    }
}
