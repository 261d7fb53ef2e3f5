package iq.sendy.messaging;

import static iq.sendy.meta.MetaFixtures.SECRET_A;
import static iq.sendy.meta.MetaFixtures.SECRET_B;
import static iq.sendy.meta.MetaFixtures.bytes;
import static iq.sendy.meta.MetaFixtures.entry;
import static iq.sendy.meta.MetaFixtures.messages;
import static iq.sendy.meta.MetaFixtures.textMessage;
import static iq.sendy.meta.MetaFixtures.whatsApp;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import iq.sendy.Api;
import iq.sendy.Shop;
import iq.sendy.Trips;
import iq.sendy.kernel.Bytes;
import iq.sendy.meta.MetaFixtures;
import iq.sendy.meta.MetaSignature;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What Meta sends, from the wire to what is kept of it: who is believed, and about what. */
class InboundDeliveryTest extends DeliveryScenario {

    @Autowired
    MeterRegistry meters;

    @Autowired
    Trips trips;

    @Autowired
    InboundDeliveries deliveries;

    @Test
    void the_known_answer_is_taken_kept_byte_for_byte_and_read() {
        line.connects(shop, MetaFixtures.PHONE_NUMBER_ID, SECRET_A);
        var body = MetaFixtures.file("whatsapp-text.json");
        var accepted = line.sends(
                MetaLine.WHATSAPP, body, "sha256=477a51c5a99a181871300838a9b4801826035b2ed705b95196c380ea08aae25c");
        assertThat(accepted.status()).as(accepted::toString).isEqualTo(200);
        assertThat(accepted.json().get("success").booleanValue()).isTrue();
        line.settles(shop);
        assertThat(line.kept(shop)).singleElement().satisfies(kept -> {
            assertThat(kept.raw()).isEqualTo(Bytes.of(body));
            assertThat(kept.unreadable()).isZero();
            assertThat(kept.error()).isNull();
        });
        assertThat(line.messages(shop)).containsExactly("wamid.TEST0001");
    }

    @Test
    void digits_of_either_case_are_taken() {
        var body = bytes(text(account, "wamid.UPPER"));
        var signature = MetaSignature.sign(SECRET_A, body);
        assertThat(line.sends(
                                MetaLine.WHATSAPP,
                                body,
                                "sha256=" + signature.substring(7).toUpperCase(Locale.ROOT))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void without_a_signature_that_verifies_nothing_is_kept() {
        var body = bytes(text(account, "wamid.NO"));
        var good = MetaSignature.sign(SECRET_A, body);
        var longer = Arrays.copyOf(body, body.length + 1);
        longer[body.length] = '\n';
        for (var refused : List.of(
                line.sends(MetaLine.WHATSAPP, body, null),
                line.sends(MetaLine.WHATSAPP, body, ""),
                line.sends(MetaLine.WHATSAPP, body, good.replace("sha256=", "sha1=")),
                line.sends(MetaLine.WHATSAPP, body, good.substring(0, good.length() - 1)),
                line.sends(MetaLine.WHATSAPP, body, good + "0"),
                line.sends(MetaLine.WHATSAPP, longer, good),
                line.sends(MetaLine.WHATSAPP, body, MetaSignature.sign(SECRET_B, body)),
                line.sends(MetaLine.WHATSAPP, new byte[0], MetaSignature.sign(SECRET_A, new byte[0])))) {
            assertThat(refused.status()).as(refused::toString).isEqualTo(401);
            assertThat(refused.header("WWW-Authenticate")).isNotEmpty();
        }
        assertThat(line.sends(MetaLine.WHATSAPP, body, null).faults()).containsExactly("auth.required");
        assertThat(line.sends(MetaLine.WHATSAPP, body, "sha256=").faults()).containsExactly("auth.invalid");
        assertThat(line.kept(shop)).isEmpty();
    }

    @Test
    void of_two_signatures_neither_counts() {
        var body = bytes(text(account, "wamid.TWO"));
        var signature = MetaSignature.sign(SECRET_A, body);
        var refused = api.withHeader(MetaSignature.HEADER, signature)
                .withHeader(MetaSignature.HEADER.toLowerCase(Locale.ROOT), signature)
                .send("POST", MetaLine.WHATSAPP, BodyPublishers.ofByteArray(body), true);
        assertThat(refused.status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "x", "[]", "7", "{}{}", "{\"object\":\"whatsapp_business_account\"}"})
    void what_is_no_json_or_names_nobody_has_no_owner(String body) {
        assertThat(line.delivers(body, SECRET_A).status()).isEqualTo(401);
    }

    @Test
    void an_unknown_account_verifies_nothing() {
        assertThat(line.delivers(text(MetaLine.account(), "wamid.NOBODY"), SECRET_A)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void the_object_must_fit_the_path() {
        var body = bytes(text(account, "wamid.PATH"));
        assertThat(line.sends(MetaLine.INSTAGRAM, body, MetaSignature.sign(SECRET_A, body))
                        .status())
                .isEqualTo(401);
        var other = bytes(text(account, "wamid.PATH").replace("whatsapp_business_account", "instagram"));
        assertThat(line.sends(MetaLine.WHATSAPP, other, MetaSignature.sign(SECRET_A, other))
                        .status())
                .isEqualTo(401);
        for (var unknown : List.of("messenger", "WhatsApp", "whatsapp.json")) {
            assertThat(line.sends("/api/v1/webhooks/social/" + unknown, body, MetaSignature.sign(SECRET_A, body))
                            .status())
                    .as(unknown)
                    .isEqualTo(404);
        }
    }

    @Test
    void any_type_is_taken_and_nothing_packed_is() throws IOException {
        var body = bytes(text(account, "wamid.TYPE"));
        var signed = api.withHeader(MetaSignature.HEADER, MetaSignature.sign(SECRET_A, body));
        for (var type : List.of("application/json; charset=UTF-8", "application/json", "text/json", "text/plain")) {
            assertThat(signed.withHeader("Content-Type", type)
                            .send("POST", MetaLine.WHATSAPP, BodyPublishers.ofByteArray(body), false)
                            .status())
                    .as(type)
                    .isEqualTo(200);
        }
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(body);
        }
        var refused = api.withHeader("Content-Encoding", "gzip")
                .withHeader(MetaSignature.HEADER, MetaSignature.sign(SECRET_A, packed.toByteArray()))
                .send("POST", MetaLine.WHATSAPP, BodyPublishers.ofByteArray(packed.toByteArray()), true);
        assertThat(refused.status()).isEqualTo(415);
    }

    @Test
    void four_mebibytes_are_taken_and_one_byte_more_is_refused_and_counted() {
        var before = meters.counter("sendy.inbox.deliveries.too.large").count();
        var head = "{\"object\":\"whatsapp_business_account\",\"entry\":["
                + entry(messages(account, textMessage("wamid.BIG", "x"))) + "],\"pad\":\"";
        var full = head + "x".repeat((4 << 20) - bytes(head).length - 2) + "\"}";
        assertThat(bytes(full)).hasSize(4 << 20);
        assertThat(line.delivers(full, SECRET_A).status()).isEqualTo(200);
        assertThat(line.delivers(full + " ", SECRET_A).status()).isEqualTo(413);
        var chunked = bytes(full + " ");
        var refused = api.withHeader(MetaSignature.HEADER, MetaSignature.sign(SECRET_A, chunked))
                .send(
                        "POST",
                        MetaLine.WHATSAPP,
                        BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(chunked)),
                        true);
        assertThat(refused.status()).isEqualTo(413);
        assertThat(meters.counter("sendy.inbox.deliveries.too.large").count() - before)
                .isEqualTo(2);
        line.settles(shop);
        assertThat(line.messages(shop)).containsExactly("wamid.BIG");
    }

    @Test
    void a_body_signed_by_one_store_changes_nothing_of_another() {
        var other = Shop.opens(api);
        var others = MetaLine.account();
        line.connects(other, others, SECRET_B);
        assertThat(line.delivers(text(others, "wamid.FOREIGN"), SECRET_A).status())
                .isEqualTo(401);

        var both = whatsApp(
                entry(messages(account, textMessage("wamid.MINE", "x"))),
                entry(messages(others, textMessage("wamid.THEIRS", "x"))));
        assertThat(line.delivers(both, SECRET_A).status()).isEqualTo(200);
        line.settles(shop);
        assertThat(line.messages(shop)).containsExactly("wamid.MINE");
        assertThat(line.kept(other)).isEmpty();
        assertThat(line.messages(other)).isEmpty();
    }

    @Test
    void two_stores_of_one_app_each_get_their_own() {
        var other = Shop.opens(api);
        var others = MetaLine.account();
        line.connects(other, others, SECRET_A);
        assertThat(line.delivers(MetaFixtures.batch(account, others), SECRET_A).status())
                .isEqualTo(200);
        line.settles(shop);
        line.settles(other);
        assertThat(line.messages(shop)).containsExactlyInAnyOrder("wamid.B1", "wamid.B2", "wamid.B3");
        assertThat(line.messages(other)).containsExactly("wamid.B4");
    }

    @Test
    void who_claims_the_account_of_another_gets_nothing_of_it() {
        var squatter = Shop.opens(api);
        line.connects(squatter, account, SECRET_B);
        assertThat(line.delivers(text(account, "wamid.CLAIMED"), SECRET_A).status())
                .isEqualTo(200);
        line.settles(shop);
        assertThat(line.messages(shop)).containsExactly("wamid.CLAIMED");
        assertThat(line.kept(squatter)).isEmpty();

        assertThat(line.delivers(text(account, "wamid.FORGED"), SECRET_B).status())
                .isEqualTo(200);
        line.settles(squatter);
        assertThat(line.messages(squatter)).containsExactly("wamid.FORGED");
        assertThat(line.messages(shop)).containsExactly("wamid.CLAIMED");
    }

    @Test
    void the_same_delivery_many_times_at_once_is_each_message_once() {
        var body = MetaFixtures.batch(account, MetaLine.account());
        var answers = Shop.atOnce(20, _ -> line.delivers(body, SECRET_A).status());
        assertThat(answers).containsOnly(200);
        line.settles(shop);
        assertThat(line.messages(shop)).containsExactlyInAnyOrder("wamid.B1", "wamid.B2", "wamid.B3");
    }

    @Test
    void a_channel_that_is_off_and_a_store_that_is_suspended_lose_nothing() {
        var key = api.withKey(shop.mints("social:read", "social:write"));
        assertThat(key.json(
                                "PATCH",
                                Api.KEYS + "/social/channels/" + channel,
                                Api.object().put("isEnabled", false))
                        .status())
                .isEqualTo(200);
        backstage
                .jdbc()
                .sql("update stores.store set suspended_at = now() where id = :store")
                .param("store", store.value())
                .update();
        assertThat(line.delivers(text(account, "wamid.OFF"), SECRET_A).status()).isEqualTo(200);
        line.settles(shop);
        assertThat(line.messages(shop)).containsExactly("wamid.OFF");
    }

    @Test
    void an_idempotency_key_keeps_no_answer() {
        var body = bytes(text(account, "wamid.KEY"));
        var keyed = api.withHeader("Idempotency-Key", "of-a-stranger-" + account);
        var refused = keyed.send("POST", MetaLine.WHATSAPP, BodyPublishers.ofByteArray(body), true);
        assertThat(refused.status()).isEqualTo(401);
        var signed = keyed.withHeader(MetaSignature.HEADER, MetaSignature.sign(SECRET_A, body));
        assertThat(signed.send("POST", MetaLine.WHATSAPP, BodyPublishers.ofByteArray(body), true)
                        .status())
                .isEqualTo(200);
        assertThat(keyed.send("POST", MetaLine.WHATSAPP, BodyPublishers.ofByteArray(body), true)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void it_takes_two_trips() {
        line.delivers(text(account, "wamid.WARM"), SECRET_A);
        var made = trips.during(() -> line.delivers(text(account, "wamid.COUNTED"), SECRET_A));
        assertThat(made).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void a_delivery_is_read_again_without_a_second_effect() {
        line.delivers(text(account, "wamid.AGAIN"), SECRET_A);
        line.settles(shop);
        var kept = line.kept(shop).getFirst().id();
        assertThat(CurrentTenant.in(store, () -> deliveries.replay(store, kept)))
                .isTrue();
        assertThat(CurrentTenant.in(store, () -> deliveries.replay(store, UUID.randomUUID())))
                .isFalse();
        line.settles(shop);
        assertThat(line.messages(shop)).containsExactly("wamid.AGAIN");
    }

    @Test
    void what_cannot_be_stored_is_named_costs_nobody_else_and_can_be_read_again() {
        backstage
                .jdbc()
                .sql(
                        "alter table messaging.message add constraint poison check (external_id <> 'wamid.POISON') not valid")
                .update();
        try {
            line.delivers(
                    whatsApp(entry(messages(
                            account,
                            textMessage("wamid.P1", "before"),
                            textMessage("wamid.POISON", "x"),
                            textMessage("wamid.P2", "after")))),
                    SECRET_A);
            line.delivers(text(account, "wamid.POISON"), SECRET_A);
            line.delivers(text(account, "wamid.P3"), SECRET_A);
            line.settles(shop);
        } finally {
            backstage
                    .jdbc()
                    .sql("alter table messaging.message drop constraint poison")
                    .update();
        }
        assertThat(line.messages(shop)).containsExactlyInAnyOrder("wamid.P1", "wamid.P2", "wamid.P3");
        var kept = line.kept(shop);
        assertThat(kept).hasSize(3);
        assertThat(kept.get(0).error()).startsWith("1 without effect: InboundMessage");
        assertThat(kept.get(1).error())
                .startsWith("1 without effect: InboundMessage")
                .doesNotContain("السعر");
        assertThat(kept.get(2).error()).isNull();

        CurrentTenant.in(store, () -> deliveries.replay(store, kept.getFirst().id()));
        line.settles(shop);
        assertThat(line.messages(shop)).contains("wamid.POISON").doesNotHaveDuplicates();
    }

    @Test
    void after_thirty_days_it_is_gone() {
        line.delivers(text(account, "wamid.OLD"), SECRET_A);
        line.settles(shop);
        assertThat(CurrentTenant.in(
                        store, () -> deliveries.forget(store, Instant.now().minus(Duration.ofDays(30)))))
                .isZero();
        assertThat(CurrentTenant.in(
                        store, () -> deliveries.forget(store, Instant.now().plus(Duration.ofDays(1)))))
                .isOne();
        assertThat(line.kept(shop)).isEmpty();
    }

    @Test
    void how_long_the_oldest_waits_can_be_seen() {
        backstage
                .jdbc()
                .sql("""
                        insert into messaging.inbound_delivery (store_id, id, channel_type, channel_ids, account_ids,
                            received_at, raw, signature)
                        values (:store, :id, 'WhatsApp', array[:channel::uuid], array['1'],
                            timestamptz '2020-01-01 00:00Z', '', 'x')
                        """)
                .param("store", store.value())
                .param("id", UUID.randomUUID())
                .param("channel", channel)
                .update();
        assertThat(CurrentTenant.in(store, () -> deliveries.oldestWaiting(store)))
                .hasValue(Instant.parse("2020-01-01T00:00:00Z"));
    }
}
