package iq.sendy.messaging;

import static iq.sendy.Goods.well;

import iq.sendy.Api;
import iq.sendy.Shop;
import iq.sendy.World.Backstage;
import iq.sendy.kernel.SearchText;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The words for a store's inbox as its people see it, with rows as inbound messages leave them. */
final class Inbox {

    static final Instant NOON = Instant.parse("2026-11-20T09:00:00Z");

    private static final AtomicLong NUMBER = new AtomicLong(1_000_000);

    final Shop shop;
    final Api owner;
    final Api key;
    final UUID channel = UUID.randomUUID();
    private final UUID store;
    private final Backstage backstage;

    private Inbox(Shop shop, Backstage backstage) {
        this.shop = shop;
        this.owner = shop.owner();
        this.key = shop.anonymous().withKey(shop.mints("messaging:read", "messaging:write"));
        this.store = UUID.fromString(shop.storeId());
        this.backstage = backstage;
    }

    static Inbox opens(Api api, Backstage backstage) {
        return new Inbox(Shop.opens(api), backstage);
    }

    /** A conversation of a new contact, that has no message yet. */
    String begins(String name, @Nullable String phone) {
        return begins(name, phone, NOON);
    }

    String begins(String name, @Nullable String phone, Instant at) {
        var contact = UUID.randomUUID();
        var conversation = UUID.randomUUID();
        var value = phone == null ? "IQ." + NUMBER.incrementAndGet() : phone;
        backstage
                .jdbc()
                .sql("""
                        insert into messaging.contact (store_id, id, name, name_folded, phone, phone_proof, created_at, updated_at)
                        values (:store, :id, :name, :folded, :phone, :proof, :at, :at)
                        """)
                .param("store", store)
                .param("id", contact)
                .param("name", name)
                .param("folded", SearchText.fold(name))
                .param("phone", phone)
                .param("proof", phone == null ? null : "Sender")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        backstage
                .jdbc()
                .sql("""
                        insert into messaging.contact_identity (store_id, channel_id, kind, value, contact_id, created_at)
                        values (:store, :channel, :kind, :value, :contact, :at)
                        """)
                .param("store", store)
                .param("channel", channel)
                .param("kind", phone == null ? "Bsuid" : "WaId")
                .param("value", value)
                .param("contact", contact)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        backstage
                .jdbc()
                .sql("""
                        insert into messaging.conversation
                            (store_id, id, channel_id, channel_type, contact_id, status, created_at, updated_at)
                        values (:store, :id, :channel, 'WhatsApp', :contact, 'Open', :at, :at)
                        """)
                .param("store", store)
                .param("id", conversation)
                .param("channel", channel)
                .param("contact", contact)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        return conversation.toString();
    }

    /** A text of the customer, so many seconds after noon; answers its id. */
    String receives(String conversation, String text, int seconds) {
        var message = UUID.randomUUID();
        backstage
                .jdbc()
                .sql("""
                        with c as (
                            update messaging.conversation
                            set message_count = message_count + 1, unread_count = unread_count + 1, last_message_id = :id,
                                last_message_at = :at, last_inbound_at = :at, window_expires_at = :at + interval '1 day',
                                waiting_since = coalesce(waiting_since, :at), snoozed_until = null,
                                status = case status when 'Resolved' then 'Open' else status end
                            where store_id = :store and id = :conversation
                            returning message_count - 1 as number
                        )
                        insert into messaging.message (store_id, id, conversation_id, channel_id, external_id, direction,
                            author_kind, kind, text, provider_at, number, created_at)
                        select :store, :id, :conversation, :channel, :external, 'Inbound', 'Customer', 'Text', :text, :at,
                            number, :at
                        from c
                        """)
                .param("store", store)
                .param("id", message)
                .param("conversation", UUID.fromString(conversation))
                .param("channel", channel)
                .param("external", "wamid." + message)
                .param("text", text)
                .param("at", NOON.plusSeconds(seconds).atOffset(ZoneOffset.UTC))
                .update();
        return message.toString();
    }

    /** A text of the store in this state, so many seconds after noon; one that Meta did not accept has no id of it. */
    String sends(String conversation, String text, int seconds, String status, boolean accepted) {
        var message = UUID.randomUUID();
        backstage
                .jdbc()
                .sql("""
                        with c as (
                            update messaging.conversation set message_count = message_count + 1
                            where store_id = :store and id = :conversation
                            returning message_count - 1 as number
                        )
                        insert into messaging.message (store_id, id, conversation_id, channel_id, external_id, direction,
                            author_kind, author_name, kind, text, provider_at, number, status, created_at)
                        select :store, :id, :conversation, :channel, :external, 'Outbound', 'Staff', 'نور', 'Text', :text,
                            :at, number, :status, :at
                        from c
                        """)
                .param("store", store)
                .param("id", message)
                .param("conversation", UUID.fromString(conversation))
                .param("channel", channel)
                .param("external", accepted ? "wamid." + message : null)
                .param("text", text)
                .param("status", status)
                .param("at", NOON.plusSeconds(seconds).atOffset(ZoneOffset.UTC))
                .update();
        return message.toString();
    }

    /** Jobs of snoozes that end until then are due now; the engine goes by the database's clock, which tests do not move. */
    void snoozesEnd(Instant until) {
        backstage
                .jdbc()
                .sql("update jobs.job set due_at = now() where store_id = :store and due_at <= :until")
                .param("store", store)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
        backstage
                .jdbc()
                .sql("update jobs.store_due set due_at = now() where store_id = :store")
                .param("store", store)
                .update();
    }

    /** How many snoozes have not had their end. */
    long snoozes() {
        return backstage
                .jdbc()
                .sql("select count(*) from jobs.job where store_id = :store and kind = 'messaging.unsnooze'")
                .param("store", store)
                .query(Long.class)
                .single();
    }

    /** Whatever else is done behind the scene to a conversation. */
    void sets(String conversation, String assignments) {
        backstage
                .jdbc()
                .sql("update messaging.conversation set " + assignments + " where store_id = :store and id = :id")
                .param("store", store)
                .param("id", UUID.fromString(conversation))
                .update();
    }

    static String path(String conversation) {
        return "/social/conversations/" + conversation;
    }

    JsonNode shows(String conversation) {
        return well(key.get(Api.KEYS + path(conversation))).data();
    }

    Api.Reply does(String conversation, String action) {
        return owner.post(Api.STAFF + path(conversation) + "/" + action);
    }

    Api.Reply does(String conversation, String action, Object body) {
        return owner.post(Api.STAFF + path(conversation) + "/" + action, body);
    }

    /** The ids of a list, in its order. */
    List<String> lists(String query) {
        return well(key.get(Api.KEYS + "/social/conversations" + query))
                .data()
                .get("items")
                .valueStream()
                .map(item -> item.get("id").stringValue())
                .toList();
    }

    /** The id of a new member of staff with these permissions. */
    String hires(String... permissions) {
        var role = Api.object().put("name", "role " + NUMBER.incrementAndGet());
        List.of(permissions).forEach(role.putArray("permissions")::add);
        var made = well(owner.post(Api.STAFF + "/rbac/roles", role)).data("id");
        return well(owner.post(
                        Api.STAFF + "/staff",
                        Api.object()
                                .put("fullName", "Ali Karim")
                                .put("phone", Shop.newPhone())
                                .put("roleId", made)
                                .put("password", Shop.PASSWORD)))
                .data("id");
    }

    /** Who the owner is. */
    String ownerId() {
        return well(owner.get("/api/v1/auth/me")).data("user.id");
    }

    /** The actions of the audit log, newest first. */
    List<String> audited(String resource) {
        return well(owner.get(Api.STAFF + "/audit-log?resourceId=" + resource + "&per_page=100"))
                .data()
                .get("items")
                .valueStream()
                .map(entry -> entry.get("action").stringValue())
                .toList();
    }
}
