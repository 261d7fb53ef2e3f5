package iq.sendy.buyers;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.MovableClock;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.Waiting;
import iq.sendy.World.Backstage;
import iq.sendy.fakes.FakeGraph;
import iq.sendy.kernel.Phone;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Codes by WhatsApp: to whom Meta lets the shop write, and to nobody else. */
@Scenario
public class WhatsAppCodesTest {

    private static final AtomicLong ACCOUNTS = new AtomicLong(109_900_000_000_000L);

    @Autowired
    Api api;

    @Autowired
    TakenCodes taken;

    @Autowired
    OneTimeCodes codes;

    @Autowired
    MovableClock clock;

    @Autowired
    Backstage backstage;

    private BuyersShop shop;
    private String phone = "";
    private String account = "";

    @BeforeEach
    void a_shop_whose_codes_have_no_other_way() {
        shop = BuyersShop.opens(api, taken);
        taken.cutOff(shop.store());
        phone = Shop.newPhone();
        account = Long.toString(ACCOUNTS.incrementAndGet());
        FakeGraph.shared().whatsApp(account, "token-" + account);
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    private UUID connects() {
        var made = shop.shop()
                .owner()
                .post(
                        Api.STAFF + "/social/channels",
                        Api.object()
                                .put("channelType", "WhatsApp")
                                .put("externalAccountId", account)
                                .put("displayName", "x")
                                .put("accessToken", "token-" + account)
                                .put("aiProviderCode", "sandbox")
                                .put("aiModelCode", "sandbox-1"));
        assertThat(made.status()).as(made::toString).isEqualTo(200);
        return UUID.fromString(made.data("id"));
    }

    /** Whoever has the phone wrote a moment ago. */
    private void wrote(UUID channel, String proof) {
        backstage
                .jdbc()
                .sql("""
                        with k as (
                            insert into messaging.contact (store_id, id, name, phone, phone_proof, created_at, updated_at)
                            values (:store, :contact, 'زينب', :phone, :proof, now(), now())
                        ), i as (
                            insert into messaging.contact_identity (store_id, channel_id, kind, value, contact_id, created_at)
                            values (:store, :channel, 'WaId', :phone, :contact, now())
                        )
                        insert into messaging.conversation (store_id, id, channel_id, channel_type, contact_id, status,
                            waiting_since, last_inbound_at, window_expires_at, created_at, updated_at)
                        values (:store, :id, :channel, 'WhatsApp', :contact, 'Open', now(), now(),
                            now() + interval '24 hours', now(), now())
                        """)
                .param("store", shop.store().value())
                .param("contact", UUID.randomUUID())
                .param("phone", Phone.parse(phone).orElseThrow().value())
                .param("proof", proof)
                .param("channel", channel)
                .param("id", UUID.randomUUID())
                .update();
    }

    private Api.Reply asks() {
        return shop.asksForCode(phone, "Registration");
    }

    @Test
    void who_wrote_today_gets_the_code_there_and_proves_the_phone_with_it() {
        wrote(connects(), "Sender");

        var asked = asks();
        assertThat(asked.status()).as(asked::toString).isEqualTo(200);
        Waiting.until(
                "the code is sent", () -> !FakeGraph.shared().calls(account).isEmpty());
        var body = Objects.requireNonNull(
                FakeGraph.shared().calls(account).getFirst().body());
        assertThat(body.path("to").stringValue())
                .isEqualTo(Phone.parse(phone).orElseThrow().value());
        assertThat(body.at("/text/body").stringValue()).containsPattern("[0-9]{6}");
        assertThat(taken.at(phone)).isEmpty();
    }

    @Test
    void nobody_of_the_shop_reads_a_code_wherever_they_look() {
        wrote(connects(), "Sender");
        asks();
        Waiting.until("the code is sent", () -> messages().contains("Sent"));
        var said = Objects.requireNonNull(
                FakeGraph.shared().calls(account).getFirst().text());
        var digits = said.replaceAll("[^0-9]", "");
        assertThat(digits).hasSize(6);

        var owner = shop.shop().owner();
        var list = owner.get(Api.STAFF + "/social/conversations");
        var path = Api.STAFF + "/social/conversations/" + list.data("items.0.id");
        assertThat(owner.get(path).data("messages.0.text")).isEqualTo(said.replace(digits, "••••••"));
        for (var where : List.of(
                path,
                Api.STAFF + "/social/conversations",
                Api.STAFF + "/social/contacts/" + list.data("items.0.contact.id") + "/export",
                Api.STAFF + "/audit-log?per_page=100")) {
            var shown = owner.get(where);
            assertThat(shown.status()).as(where).isEqualTo(200);
            assertThat(shown.text()).as(where).doesNotContain(digits);
        }
        assertThat(rows("select m::text from messaging.message as m where store_id = :store"))
                .singleElement()
                .asString()
                .doesNotContain(digits);
        assertThat(rows("select a.secret_text is null from messaging.outbound_attempt as a where store_id = :store"))
                .as("what was sent is kept no longer than it takes")
                .containsExactly("t");
        assertThat(rows("select e::text from webhooks.event as e where store_id = :store"))
                .noneMatch(event -> event.contains(digits));
        assertThat(rows("select j::text from jobs.job as j where store_id = :store"))
                .noneMatch(job -> job.contains(digits));
    }

    private String messages() {
        return rows("select status from messaging.message where store_id = :store")
                .toString();
    }

    private List<String> rows(String sql) {
        return backstage
                .jdbc()
                .sql(sql)
                .param("store", shop.store().value())
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Test
    void who_never_wrote_or_wrote_yesterday_is_not_reached() {
        var channel = connects();
        assertThat(asks().faults()).containsExactly("otp.unreachable");
        wrote(channel, "Shared");
        clock.advance(Duration.ofHours(24));

        assertThat(asks().faults()).containsExactly("otp.unreachable");
        assertThat(FakeGraph.shared().calls(account)).isEmpty();
    }

    @Test
    void a_phone_that_staff_have_only_typed_in_is_not_reached() {
        wrote(connects(), "Staff");

        assertThat(asks().faults()).containsExactly("otp.unreachable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"isEnabled", "broken"})
    void a_channel_that_does_not_send_reaches_nobody(String how) {
        var channel = connects();
        wrote(channel, "Sender");
        if (how.equals("broken")) {
            backstage
                    .jdbc()
                    .sql("update channels.channel set condition = 'AuthBroken', condition_since = now() where id = :id")
                    .param("id", channel)
                    .update();
        } else {
            shop.shop()
                    .owner()
                    .patch(
                            Api.STAFF + "/social/channels/" + channel,
                            Api.object().put(how, false));
        }

        assertThat(asks().faults()).containsExactly("otp.unreachable");
        var number = Phone.parse(phone).orElseThrow();
        assertThat(CurrentTenant.in(shop.store(), () -> codes.reach(shop.store(), number)))
                .isFalse();
    }
}
