package iq.sendy.messaging;

import static iq.sendy.Waiting.until;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.World.Backstage;
import iq.sendy.fakes.FakeGraph;
import iq.sendy.fakes.GraphManner;
import iq.sendy.kernel.StoreId;
import iq.sendy.meta.InboundContent;
import iq.sendy.meta.InboundMessage;
import iq.sendy.meta.MediaReference;
import iq.sendy.meta.MessageKind;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Pictures, sounds, films and documents of customers: fetched beside the message, judged by their bytes, and shown safely. */
@Scenario
class InboundMediaTest {

    private static final AtomicLong NUMBERS = new AtomicLong(600_500_000_000_000L);
    private static final String TOKEN = "EAAGcanary0token0of0media";

    @Autowired
    Api api;

    @Autowired
    Backstage backstage;

    @Autowired
    InboundProcessing processing;

    @Autowired
    PlatformTransactionManager transactions;

    private final FakeGraph meta = FakeGraph.shared();
    private Shop shop;
    private StoreId store;
    private Api key;
    private String keySent;
    private String account;
    private UUID channel;

    @BeforeEach
    void a_shop_with_a_channel() {
        shop = Shop.opens(api);
        store = Chats.store(shop);
        keySent = shop.mints("messaging:read", "social:write");
        key = api.withKey(keySent);
        account = Long.toString(NUMBERS.incrementAndGet());
        meta.whatsApp(account, TOKEN);
        channel = connects("WhatsApp", account);
    }

    private UUID connects(String type, String externalId) {
        var made = key.post(
                Api.KEYS + "/social/channels",
                Api.object()
                        .put("channelType", type)
                        .put("externalAccountId", externalId)
                        .put("displayName", "متجر")
                        .put("accessToken", TOKEN)
                        .put("aiProviderCode", "sandbox")
                        .put("aiModelCode", "sandbox-1"));
        assertThat(made.status()).as(made::toString).isEqualTo(200);
        return UUID.fromString(made.data("id"));
    }

    private static String next() {
        return Long.toString(NUMBERS.incrementAndGet());
    }

    /** A message with one medium comes in; answers its row's id. */
    private UUID receives(MessageKind kind, MediaReference reference) {
        var external = "wamid.M" + next();
        var content = new InboundContent(kind, null, null, null, List.of(reference));
        var message = new InboundMessage(
                account, external, Postbox.sender("زينب", Postbox.waId("9647701234567")), Instant.now(), content);
        CurrentTenant.in(
                store,
                () -> new TransactionTemplate(transactions)
                        .execute(_ -> processing.apply(store, channel, List.of(message))));
        return ask(
                "select id from messaging.media where store_id = :store and message_id = "
                        + "(select id from messaging.message where store_id = :store and external_id = '" + external
                        + "')",
                UUID.class);
    }

    private UUID receives(MessageKind kind, String mimeType, byte[] content, @Nullable String fileName) {
        var id = next();
        meta.medium(id, mimeType, content, TOKEN);
        return receives(kind, new MediaReference(id, null, mimeType, null, fileName));
    }

    private <T> T ask(String sql, Class<T> type) {
        return backstage
                .jdbc()
                .sql(sql)
                .param("store", store.value())
                .query(type)
                .single();
    }

    private Map<String, @Nullable Object> row(UUID medium) {
        return backstage
                .jdbc()
                .sql("select * from messaging.media where store_id = :store and id = :id")
                .param("store", store.value())
                .param("id", medium)
                .query()
                .singleRow();
    }

    private Map<String, @Nullable Object> settled(UUID medium) {
        until("it is settled", () -> !Objects.equals(row(medium).get("state"), "Pending"));
        return row(medium);
    }

    private UUID conversation(UUID medium) {
        return (UUID) Objects.requireNonNull(row(medium).get("conversation_id"));
    }

    private String path(UUID medium) {
        return Api.KEYS + MediaView.path(conversation(medium), medium);
    }

    private static byte[] picture(String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), format, bytes);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] beginning(String with, int length) {
        var content = new byte[length];
        var head = with.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        System.arraycopy(head, 0, content, 0, head.length);
        return content;
    }

    @Test
    void a_picture_is_drawn_anew_and_shown_to_who_may_read_the_inbox() throws IOException {
        var sent = picture("jpeg");
        var hidden = Arrays.copyOf(sent, sent.length + 40);
        System.arraycopy("<script>alert(1)</script>".getBytes(UTF_8), 0, hidden, sent.length, 25);
        var medium = receives(MessageKind.IMAGE, "image/jpeg", hidden, null);

        assertThat(settled(medium)).containsEntry("state", "Stored").containsEntry("kind", "Image");
        var shown = key.get(path(medium));
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(shown.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(shown.header("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
        assertThat(shown.header("Content-Disposition")).startsWith("inline;");
        assertThat(new String(shown.bytes(), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("script");
        assertThat(ImageIO.read(new ByteArrayInputStream(shown.bytes())).getWidth())
                .isEqualTo(40);
        assertThat(shop.owner().get(path(medium).replace(Api.KEYS, Api.STAFF)).status())
                .isEqualTo(200);
        assertThat(api.withKey(shop.mints("orders:read")).get(path(medium)).status())
                .isEqualTo(403);
        assertThat(api.get(path(medium)).status()).isEqualTo(401);
    }

    @Test
    void who_watches_is_told_when_the_picture_is_here() {
        try (var client = LiveClient.opens(api, Api.KEYS, Map.of("X-API-Key", keySent), null)) {
            var medium = receives(MessageKind.IMAGE, "image/png", picture("png"), null);
            settled(medium);

            until(
                    "it was told",
                    () -> client.told().stream().anyMatch(told -> told.event().equals("status")));
        }
    }

    @Test
    void a_document_is_a_file_to_save_under_its_name() {
        var medium =
                receives(MessageKind.DOCUMENT, "application/pdf", beginning("%PDF-1.7", 2_000), "وصل \"رقم/1\".pdf");

        assertThat(settled(medium)).containsEntry("state", "Stored").containsEntry("kind", "Document");
        var saved = key.get(path(medium));
        assertThat(saved.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(saved.header("Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''%D9%88%D8%B5%D9%84%20_%D8%B1%D9%82%D9%85_1_.pdf");
        assertThat(saved.bytes()).hasSize(2_000);
    }

    @Test
    void pages_and_drawings_are_never_shown_whatever_they_are_called() {
        var svg = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>".getBytes(UTF_8);
        var html = "<!doctype html><script>alert(1)</script>".getBytes(UTF_8);
        var asPicture = receives(MessageKind.IMAGE, "image/svg+xml", svg, null);
        var asJpeg = receives(MessageKind.IMAGE, "image/jpeg", html, null);
        var asSticker = receives(MessageKind.STICKER, "image/webp", html, null);
        var asDocument = receives(MessageKind.DOCUMENT, "text/html", html, "page.html");
        var svgDocument = receives(MessageKind.DOCUMENT, "image/svg+xml", svg, "logo.svg");

        for (var refused : List.of(asPicture, asJpeg, asSticker)) {
            assertThat(settled(refused)).containsEntry("state", "Refused").containsEntry("reason", "other_type");
            assertThat(key.get(path(refused)).status()).isEqualTo(404);
        }
        for (var kept : List.of(asDocument, svgDocument)) {
            settled(kept);
            var saved = key.get(path(kept));
            assertThat(saved.header("Content-Type")).isEqualTo("application/octet-stream");
            assertThat(saved.header("Content-Disposition")).startsWith("attachment;");
        }
    }

    @Test
    void the_bytes_say_what_it_is_and_not_its_sender() {
        var sound = receives(MessageKind.AUDIO, "audio/ogg; codecs=opus", beginning("OggS", 500), null);
        var film = receives(MessageKind.VIDEO, "video/mp4", beginning("\0\0\0 ftypisom", 500), null);
        var voice = receives(MessageKind.AUDIO, "audio/mp4", beginning("\0\0\0 ftypmp42", 500), null);
        var lying = receives(MessageKind.IMAGE, "image/jpeg", beginning("OggS", 500), null);
        var picture = receives(MessageKind.DOCUMENT, "application/pdf", picture("png"), "photo.pdf");

        assertThat(settled(sound)).containsEntry("media_type", "audio/ogg").containsEntry("kind", "Audio");
        assertThat(settled(film)).containsEntry("media_type", "video/mp4").containsEntry("kind", "Video");
        assertThat(settled(voice)).containsEntry("media_type", "audio/mp4").containsEntry("kind", "Audio");
        assertThat(settled(lying)).containsEntry("media_type", "audio/ogg").containsEntry("kind", "Audio");
        assertThat(settled(picture)).containsEntry("media_type", "image/png").containsEntry("kind", "Document");
        assertThat(key.get(path(picture)).header("Content-Disposition")).startsWith("attachment;");
        assertThat(key.get(path(sound)).header("Content-Disposition")).startsWith("inline;");
    }

    @Test
    void a_broken_picture_other_bytes_than_announced_and_too_many_are_refused() {
        var broken = receives(MessageKind.IMAGE, "image/jpeg", beginning("\u00FF\u00D8\u00FF\u00E0", 400), null);
        var id = next();
        meta.mediumWithHash(id, "image/png", picture("png"), TOKEN, "0".repeat(64));
        var forged = receives(MessageKind.IMAGE, new MediaReference(id, null, "image/png", null, null));
        var huge = receives(MessageKind.DOCUMENT, "application/zip", new byte[(25 << 20) + 1], "huge.zip");
        var loud = receives(MessageKind.AUDIO, "audio/ogg", beginning("OggS", (16 << 20) + 1), null);

        assertThat(settled(broken)).containsEntry("state", "Refused").containsEntry("reason", "unreadable");
        assertThat(settled(forged)).containsEntry("state", "Refused").containsEntry("reason", "not_as_announced");
        assertThat(settled(huge)).containsEntry("state", "Refused").containsEntry("reason", "too_large");
        assertThat(settled(loud)).containsEntry("state", "Refused").containsEntry("reason", "too_large");
    }

    @Test
    void an_address_at_another_host_is_not_asked() {
        var id = next();
        meta.medium(id, "image/png", picture("png"), TOKEN);
        meta.next(
                id,
                GraphManner.answers(
                        200,
                        "{\"messaging_product\":\"whatsapp\",\"url\":\"https://media.example/1\",\"mime_type\":\"image/png\"}"));
        var medium = receives(MessageKind.IMAGE, new MediaReference(id, null, "image/png", null, null));

        assertThat(settled(medium)).containsEntry("state", "Refused").containsEntry("reason", "not_as_announced");
    }

    @Test
    void what_meta_no_longer_has_is_lost_and_its_message_stays() {
        var id = next();
        meta.next(id, GraphManner.refuses(400, 100, 33, "Object does not exist"));
        var medium = receives(MessageKind.IMAGE, new MediaReference(id, null, "image/png", null, null));

        assertThat(settled(medium)).containsEntry("state", "Failed").containsEntry("reason", "withheld");
        assertThat(ask("select count(*) from messaging.message where store_id = :store", Long.class))
                .isOne();
    }

    @Test
    void trouble_at_the_other_side_passes() {
        var id = next();
        meta.medium(id, "image/png", picture("png"), TOKEN);
        meta.next(id, GraphManner.fails(503));
        var medium = receives(MessageKind.IMAGE, new MediaReference(id, null, "image/png", null, null));

        assertThat(settled(medium)).containsEntry("state", "Stored");
    }

    @Test
    void with_a_token_that_is_refused_media_wait_for_another() {
        var id = next();
        meta.medium(id, "image/png", picture("png"), TOKEN);
        meta.next(id, GraphManner.refuses(401, 190, 463, "Session has expired"));
        var medium = receives(MessageKind.IMAGE, new MediaReference(id, null, "image/png", null, null));
        until("it was asked for", () -> !meta.calls(id).isEmpty());
        until(
                "it waits",
                () -> ask(
                                "select count(*) from jobs.job where store_id = :store and kind = 'messaging.fetch-media' "
                                        + "and due_at > now() + interval '20 minutes' and attempts = 0",
                                Long.class)
                        == 1);

        assertThat(row(medium)).containsEntry("state", "Pending");
        assertThat(key.get(path(medium)).status()).isEqualTo(404);
    }

    @Test
    void a_picture_of_instagram_is_fetched_from_its_address_without_a_token() {
        var instagram = "17841" + next();
        meta.instagram(instagram, TOKEN);
        channel = connects("Instagram", instagram);
        var name = "ig" + next();
        var url = meta.picture(name, "image/png", picture("png"));
        var medium = receives(MessageKind.IMAGE, new MediaReference(null, url, null, null, null));

        assertThat(settled(medium)).containsEntry("state", "Stored").containsEntry("provider_url", null);
    }

    @Test
    void a_part_is_sent_to_who_asks_for_one() {
        var film = beginning("\0\0\0 ftypisom", (2 << 20) + 100);
        film[film.length - 1] = 7;
        var medium = receives(MessageKind.VIDEO, "video/mp4", film, null);
        settled(medium);

        assertThat(key.get(path(medium)).bytes()).isEqualTo(film);
        var tail = key.withHeader("Range", "bytes=-3").get(path(medium));
        assertThat(tail.status()).isEqualTo(206);
        assertThat(tail.bytes()).containsExactly(0, 0, 7);
        assertThat(tail.header("Content-Range")).isEqualTo("bytes 2097249-2097251/2097252");
        assertThat(key.withHeader("Range", "bytes=4-7").get(path(medium)).text())
                .isEqualTo("ftyp");
        for (var strange : List.of("bytes=99999999-", "bytes=7-3", "lines=1-2", "bytes=0-1,4-7", "bytes=x")) {
            assertThat(key.withHeader("Range", strange).get(path(medium)).status())
                    .as(strange)
                    .isEqualTo(200);
        }
    }

    @Test
    void media_of_another_store_or_conversation_are_not_there() {
        var medium = receives(MessageKind.IMAGE, "image/png", picture("png"), null);
        settled(medium);
        var other = api.withKey(Shop.opens(api).mints("messaging:read"));

        var unknown = key.get(Api.KEYS + MediaView.path(conversation(medium), UUID.randomUUID()));
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(other.get(path(medium)).text()).isEqualTo(unknown.text());
        assertThat(key.get(Api.KEYS + MediaView.path(UUID.randomUUID(), medium)).status())
                .isEqualTo(404);
        assertThat(key.get(Api.KEYS + "/social/conversations/x/media/y").status())
                .isEqualTo(404);
    }

    @Test
    void what_was_unsent_is_not_shown_any_more() {
        var medium = receives(MessageKind.IMAGE, "image/png", picture("png"), null);
        settled(medium);
        backstage
                .jdbc()
                .sql("update messaging.message set deleted_at = now() where store_id = :store")
                .param("store", store.value())
                .update();

        assertThat(key.get(path(medium)).status()).isEqualTo(404);
    }

    @Test
    void a_conversation_has_its_share_of_the_room_and_two_at_once_do_not_both_get_the_last_of_it() {
        var first = receives(MessageKind.DOCUMENT, "application/zip", beginning("PK\u0003\u0004", 100), null);
        settled(first);
        var left = 150_000;
        backstage
                .jdbc()
                .sql("update messaging.media set size = :size where store_id = :store")
                .param("store", store.value())
                .param("size", (512L << 20) - left)
                .update();

        var both = Shop.atOnce(
                2, _ -> receives(MessageKind.DOCUMENT, "application/zip", beginning("PK\u0003\u0004", 100_000), null));

        assertThat(both)
                .extracting(medium -> settled(medium).get("state"))
                .containsExactlyInAnyOrder("Stored", "Refused");
        assertThat(ask(
                        "select reason from messaging.media where store_id = :store and state = 'Refused'",
                        String.class))
                .isEqualTo("no_room");
    }
}
