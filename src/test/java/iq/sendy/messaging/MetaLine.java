package iq.sendy.messaging;

import static iq.sendy.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Shop;
import iq.sendy.World.Backstage;
import iq.sendy.kernel.Bytes;
import iq.sendy.meta.MetaFixtures;
import iq.sendy.meta.MetaSignature;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Meta as it calls: signed deliveries for the channels of stores, and what is kept of them. */
final class MetaLine {

    static final String WHATSAPP = "/api/v1/webhooks/social/whatsapp";
    static final String INSTAGRAM = "/api/v1/webhooks/social/instagram";

    private static final AtomicLong ACCOUNTS = new AtomicLong(509_000_000_000_000L);

    private final Api api;
    private final Backstage backstage;

    MetaLine(Api api, Backstage backstage) {
        this.api = api;
        this.backstage = backstage;
    }

    /** An account that no other test uses. */
    static String account() {
        return Long.toString(ACCOUNTS.incrementAndGet());
    }

    /** Connects an account on WhatsApp and answers the channel's id. */
    UUID connects(Shop shop, String account, String secret) {
        var made = api.withKey(shop.mints("social:read", "social:write"))
                .post(
                        Api.KEYS + "/social/channels",
                        Api.object()
                                .put("channelType", "WhatsApp")
                                .put("externalAccountId", account)
                                .put("displayName", "واتساب")
                                .put("accessToken", "EAAG-token")
                                .put("aiProviderCode", "sandbox")
                                .put("aiModelCode", "sandbox-1")
                                .put("appSecret", secret));
        assertThat(made.status()).as(made::toString).isEqualTo(200);
        return UUID.fromString(made.data("id"));
    }

    Api.Reply sends(String path, byte[] body, @Nullable String signature) {
        var signed = signature == null ? api : api.withHeader(MetaSignature.HEADER, signature);
        return signed.send("POST", path, BodyPublishers.ofByteArray(body), true);
    }

    Api.Reply delivers(String body, String secret) {
        return delivers(MetaFixtures.bytes(body), secret);
    }

    Api.Reply delivers(byte[] body, String secret) {
        return sends(WHATSAPP, body, MetaSignature.sign(secret, body));
    }

    /** A delivery as it is kept. */
    record Kept(
            UUID id,
            Bytes raw,
            boolean processed,
            @Nullable Integer unreadable,
            @Nullable String error) {}

    List<Kept> kept(Shop shop) {
        return backstage
                .jdbc()
                .sql("""
                        select id, raw, processed_at is not null as processed, unreadable_count, error
                        from messaging.inbound_delivery where store_id = :store order by received_at, id
                        """)
                .param("store", UUID.fromString(shop.storeId()))
                .query((row, _) -> new Kept(
                        row.getObject("id", UUID.class),
                        Bytes.of(row.getBytes("raw")),
                        row.getBoolean("processed"),
                        (Integer) row.getObject("unreadable_count"),
                        row.getString("error")))
                .list();
    }

    /** The ids of the messages that came in, in the order of their arrival. */
    List<String> messages(Shop shop) {
        return backstage
                .jdbc()
                .sql("""
                        select external_id from messaging.message
                        where store_id = :store and direction = 'Inbound' order by provider_at, number, external_id
                        """)
                .param("store", UUID.fromString(shop.storeId()))
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Waits until all that the store keeps was read. */
    void settles(Shop shop) {
        until("all deliveries are read", () -> waiting(shop) == 0);
    }

    private long waiting(Shop shop) {
        return backstage
                .jdbc()
                .sql("select count(*) from messaging.inbound_delivery where store_id = :store and processed_at is null")
                .param("store", UUID.fromString(shop.storeId()))
                .query(Long.class)
                .single();
    }
}
