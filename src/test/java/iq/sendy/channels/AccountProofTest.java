package iq.sendy.channels;

import static iq.sendy.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.MovableClock;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.World.Backstage;
import iq.sendy.fakes.FakeGraph;
import iq.sendy.fakes.GraphManner;
import iq.sendy.jobs.Schedule;
import iq.sendy.meta.ChannelType;
import iq.sendy.meta.MetaFixtures;
import iq.sendy.meta.MetaSignature;
import iq.sendy.platform.sql.Sql;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whose an account is: where the deployment's secret signs for many the access token shows it, or nothing is taken; where each
 * has a secret of its own, whoever has shown it is tried first.
 */
@Scenario
class AccountProofTest {

    private static final String PATH = Api.KEYS + "/social/channels";
    private static final String SECRET = "canary0secret0of0the0deployment";
    private static final AtomicLong ACCOUNTS = new AtomicLong(105_500_000_000_000L);

    @Autowired
    Api api;

    @Autowired
    MovableClock clock;

    @Autowired
    Backstage backstage;

    @Autowired
    ChannelDirectory directory;

    @Autowired
    SwitchedSecret deployment;

    @Autowired
    List<Schedule> schedules;

    private final String account = Long.toString(ACCOUNTS.incrementAndGet());
    private final String token = "EAAG0token0of0" + account;
    private Shop shop;
    private Api key;

    @BeforeEach
    void open() {
        deployment.set(SECRET);
        shop = Shop.opens(api);
        key = keyOf(shop);
        FakeGraph.shared().whatsApp(account, token);
    }

    @AfterEach
    void reset() {
        deployment.reset();
        clock.reset();
    }

    private Api keyOf(Shop other) {
        return api.withKey(other.mints("social:read", "social:write"));
    }

    private ObjectNode channel(String accessToken) {
        return Api.object()
                .put("channelType", "WhatsApp")
                .put("externalAccountId", account)
                .put("displayName", "واتساب")
                .put("accessToken", accessToken)
                .put("aiProviderCode", "sandbox")
                .put("aiModelCode", "sandbox-1");
    }

    private static Api.Reply connects(Api by, ObjectNode body) {
        var made = by.post(PATH, body);
        assertThat(made.status()).as(made::toString).isEqualTo(200);
        return made;
    }

    private static String standing(Api by, String id) {
        return by.get(PATH + "/" + id).data("ownership.status");
    }

    private List<UUID> takers() {
        return directory.owners(ChannelType.WHATSAPP, List.of(account)).stream()
                .map(ChannelOwner::channel)
                .toList();
    }

    /** The status of a delivery for the account, signed as Meta signs for the deployment's app. */
    private int delivered() {
        return delivered(SECRET);
    }

    private int delivered(String secret) {
        var body = MetaFixtures.bytes(MetaFixtures.whatsApp(MetaFixtures.entry(
                MetaFixtures.messages(account, MetaFixtures.textMessage("wamid.P" + account, "مرحبا")))));
        return api.withHeader(MetaSignature.HEADER, MetaSignature.sign(secret, body))
                .send("POST", "/api/v1/webhooks/social/whatsapp", BodyPublishers.ofByteArray(body), true)
                .status();
    }

    private void schedule() {
        schedules.stream()
                .filter(schedule -> schedule.name().equals("channels.prove-accounts"))
                .forEach(schedule -> schedule.run(clock.instant()));
    }

    /** As a process of the release before leaves it. */
    private void fromBefore(String id) {
        backstage.jdbc().sql("""
                        update channels.account_owner set standing = default, standing_code = null, standing_since = null
                        where channel_id = :id::uuid""").param("id", id).update();
    }

    @Test
    void a_token_that_may_read_the_account_proves_it_and_what_comes_is_taken() {
        var made = connects(key, channel(token));

        assertThat(made.data("ownership.status")).isEqualTo("Proven");
        assertThat(made.data("ownership.action")).isEqualTo("null");
        assertThat(made.data("warnings")).doesNotContain("externalAccountId", "asked again");
        assertThat(FakeGraph.shared().reads(account)).singleElement().satisfies(call -> {
            assertThat(call.method()).isEqualTo("GET");
            assertThat(call.token()).isEqualTo(token);
            assertThat(call.query()).containsOnlyKeys("fields");
        });
        assertThat(delivered()).isEqualTo(200);
        assertThat(shop.owner().get(Api.STAFF + "/audit-log?per_page=100").text())
                .doesNotContain(token);
    }

    @Test
    void somebody_elses_token_takes_nothing_until_the_owners_is_entered() {
        var made = connects(key, channel(token + "x"));

        assertThat(made.data("ownership.status")).isEqualTo("Unproven");
        assertThat(made.data("ownership.code")).isEqualTo("190");
        assertThat(made.data("ownership.action")).contains("190", "externalAccountId");
        assertThat(made.data("warnings")).contains(made.data("ownership.action"));
        assertThat(key.withHeader("Accept-Language", "ar")
                        .get(PATH + "/" + made.data("id"))
                        .data("ownership.action"))
                .contains("190", "رمز");
        assertThat(takers()).isEmpty();
        assertThat(delivered()).isEqualTo(401);
        var asked = key.get(PATH + "/" + made.data("id")).data("ownership.checkedAt");
        clock.advance(Duration.ofHours(25));
        schedule();
        until(
                "it is asked again",
                () -> !key.get(PATH + "/" + made.data("id"))
                        .data("ownership.checkedAt")
                        .equals(asked));
        assertThat(judgements()).as("Meta said the same").isZero();

        key.patch(PATH + "/" + made.data("id"), Api.object().put("accessToken", token));

        until("it is proved", () -> standing(key, made.data("id")).equals("Proven"));
        assertThat(delivered()).isEqualTo(200);
        assertThat(shop.owner().get(Api.STAFF + "/audit-log?per_page=100").text())
                .doesNotContain(token);
        assertThat(judgements()).isOne();
    }

    private long judgements() {
        return backstage
                .jdbc()
                .sql("select count(*) from platform.audit_entry where store_id = :store::uuid and action = :action")
                .param("store", shop.storeId())
                .param("action", "social_channel.account_judged")
                .query(Long.class)
                .single();
    }

    @Test
    void a_token_that_cannot_be_checked_now_is_asked_about_again_by_itself() {
        FakeGraph.shared().nextRead(account, GraphManner.fails(503), GraphManner.resets());

        var made = connects(key, channel(token));

        assertThat(made.data("ownership.status")).isEqualTo("Unproven");
        assertThat(made.data("ownership.code")).isEqualTo("null");
        assertThat(made.data("ownership.action")).contains("asked again");
        assertThat(takers()).isEmpty();
        until("it is asked again", () -> FakeGraph.shared().reads(account).size() == 2);
        clock.advance(Duration.ofSeconds(61));
        until("it is proved", () -> {
            // Until whoever was asked has put it off, it is nobody's to bring forward.
            dueNow();
            return standing(key, made.data("id")).equals("Proven");
        });
        assertThat(takers()).containsExactly(UUID.fromString(made.data("id")));
    }

    private void dueNow() {
        for (var rows :
                List.of("job set due_at = now() where owner is null and", "store_due set due_at = now() where")) {
            backstage
                    .jdbc()
                    .sql("update jobs." + rows + " store_id = :store::uuid")
                    .param("store", shop.storeId())
                    .update();
        }
    }

    @Test
    void who_proves_an_account_takes_its_place_from_who_only_named_it() {
        var squatter = connects(key, channel("EAAG0some0token"));
        var owner = keyOf(Shop.opens(api));
        var third = keyOf(Shop.opens(api));
        assertThat(third.post(PATH, channel("EAAG0another0token")).faults())
                .as("who proves nothing either")
                .containsExactly("externalAccountId social_channel.account_taken");

        var made = connects(owner, channel(token));

        assertThat(made.data("ownership.status")).isEqualTo("Proven");
        assertThat(standing(key, squatter.data("id"))).isEqualTo("Displaced");
        assertThat(key.get(PATH + "/" + squatter.data("id")).data("warnings")).contains("another store");
        assertThat(takers()).containsExactly(UUID.fromString(made.data("id")));
        assertThat(third.post(PATH, channel(token)).faults())
                .as("it has its owner")
                .containsExactly("externalAccountId social_channel.account_taken");
        key.patch(PATH + "/" + squatter.data("id"), Api.object().put("accessToken", token));
        schedule();
        until("nothing is asked any more", () -> jobs() == 0);
        assertThat(standing(key, squatter.data("id"))).isEqualTo("Displaced");

        owner.delete(PATH + "/" + made.data("id"));
        clock.advance(Duration.ofHours(25));
        schedule();
        until("the place is free", () -> standing(key, squatter.data("id")).equals("Proven"));
    }

    private long jobs() {
        return backstage
                .jdbc()
                .sql("select count(*) from jobs.job where kind = 'channels.prove-account' and store_id = :store::uuid")
                .param("store", shop.storeId())
                .query(Long.class)
                .single();
    }

    @Test
    void of_those_who_prove_an_account_at_once_one_has_it() {
        var keys = List.of(key, keyOf(Shop.opens(api)), keyOf(Shop.opens(api)));

        var made = Shop.atOnce(6, i -> keys.get(i % 3).post(PATH, channel(token)));

        assertThat(made)
                .filteredOn(reply -> reply.status() == 200)
                .singleElement()
                .satisfies(reply -> assertThat(reply.data("ownership.status")).isEqualTo("Proven"));
        assertThat(made).filteredOn(reply -> reply.status() == 409).hasSize(5);
        assertThat(takers()).hasSize(1);
    }

    @Test
    void a_secret_of_its_own_vouches_and_once_it_is_off_the_token_must() {
        FakeGraph.shared().nextRead(account, GraphManner.refuses(400, 100, "Unsupported get request"));
        var made = connects(key, channel(token).put("appSecret", "own0secret"));
        assertThat(made.data("ownership.status")).isEqualTo("OwnSecret");
        assertThat(takers()).hasSize(1);
        until("Meta was asked", () -> jobs() == 0);
        assertThat(key.get(PATH + "/" + made.data("id")).data("ownership")).isEqualTo(made.data("ownership"));
        assertThat(judgements()).isZero();
        FakeGraph.shared().nextRead(account, GraphManner.refuses(400, 100, "Unsupported get request"));

        var path = PATH + "/" + made.data("id");
        var off = key.patch(path, Api.object().putNull("appSecret"));

        assertThat(off.data("ownership.status")).isEqualTo("Unproven");
        until("Meta says no", () -> key.get(path).data("ownership.code").equals("100"));
        assertThat(takers()).isEmpty();
        assertThat(key.patch(path, Api.object().put("appSecret", "own0secret")).data("ownership.status"))
                .isEqualTo("OwnSecret");
        assertThat(takers()).hasSize(1);
    }

    @Test
    void of_those_with_secrets_of_their_own_whose_token_reads_the_account_is_tried_first() {
        deployment.reset();
        claims(200);
        try {
            var owner = connects(key, channel(token).put("appSecret", "own0secret"));

            until("it is proved", () -> proved().equals(List.of(UUID.fromString(owner.data("id")))));

            for (var delivery = 0; delivery < 3; delivery++) {
                assertThat(delivered("own0secret")).isEqualTo(200);
            }
            assertThat(takers()).as("nobody is displaced").hasSize(201);
            var shown = key.get(PATH + "/" + owner.data("id"));
            assertThat(shown.data("ownership")).isEqualTo(owner.data("ownership"));
            assertThat(shown.data("warnings")).isEqualTo(owner.data("warnings"));
            assertThat(judgements()).isZero();
        } finally {
            leave();
        }
    }

    @Test
    void another_token_and_another_account_are_asked_about_beside_an_own_secret_too() {
        var made = connects(key, channel(token + "x").put("appSecret", "own0secret"));
        until("Meta was asked", () -> jobs() == 0);
        assertThat(proved()).isEmpty();
        var path = PATH + "/" + made.data("id");

        key.patch(path, Api.object().put("accessToken", token));
        until("it is proved", () -> !proved().isEmpty());

        key.patch(path, Api.object().put("externalAccountId", "9" + account));
        until("Meta was asked", () -> jobs() == 0);
        assertThat(FakeGraph.shared().reads("9" + account)).hasSize(1);
        assertThat(directory.owners(ChannelType.WHATSAPP, List.of("9" + account)))
                .singleElement()
                .satisfies(owner -> assertThat(owner.proved()).isFalse());
    }

    private List<UUID> proved() {
        return directory.owners(ChannelType.WHATSAPP, List.of(account)).stream()
                .filter(ChannelOwner::proved)
                .map(ChannelOwner::channel)
                .toList();
    }

    /** Stores that name the account, each with an app secret of its own; Meta has said no to them. */
    private void claims(int stores) {
        backstage
                .jdbc()
                .sql("""
                        insert into channels.account_owner
                            (channel_type, external_account_id, store_id, channel_id, has_own_secret,
                             standing, standing_code, standing_since)
                        select 'WhatsApp', :account, gen_random_uuid(),
                               ('00000000-0000-7000-8000-' || lpad(nth::text, 12, '0'))::uuid, true, 'Unproven', '190', :now
                        from generate_series(1, :stores) as nth
                        """)
                .param("account", account)
                .param("now", Sql.at(clock.instant()))
                .param("stores", stores)
                .update();
    }

    private void leave() {
        backstage
                .jdbc()
                .sql("delete from channels.account_owner where external_account_id = :account")
                .param("account", account)
                .update();
    }

    @Test
    void what_was_proved_of_one_account_says_nothing_of_another() {
        var made = connects(key, channel(token));

        var moved = key.patch(PATH + "/" + made.data("id"), Api.object().put("externalAccountId", "9" + account));

        assertThat(moved.data("ownership.status")).isEqualTo("Unproven");
        until(
                "Meta says no",
                () -> key.get(PATH + "/" + made.data("id"))
                        .data("ownership.code")
                        .equals("190"));
        assertThat(directory.owners(ChannelType.WHATSAPP, List.of("9" + account)))
                .isEmpty();
    }

    @Test
    void a_channel_of_before_goes_on_until_meta_says_no() {
        var good = connects(key, channel(token)).data("id");
        fromBefore(good);
        var other = keyOf(Shop.opens(api));
        assertThat(other.post(PATH, channel(token)).faults())
                .containsExactly("externalAccountId social_channel.account_taken");
        assertThat(standing(key, good)).isEqualTo("Assumed");
        assertThat(takers()).hasSize(1);

        schedule();
        until("it is proved", () -> standing(key, good).equals("Proven"));

        key.patch(PATH + "/" + good, Api.object().put("accessToken", token + "x"));
        fromBefore(good);
        schedule();
        until("Meta says no", () -> standing(key, good).equals("Unproven"));
        assertThat(takers()).isEmpty();
    }

    @Test
    void without_a_secret_of_the_deployment_nobody_is_asked() {
        deployment.reset();

        var made = connects(key, channel(token));
        schedule();

        assertThat(made.data("ownership.status")).isEqualTo("Unproven");
        assertThat(made.data("ownership.action")).contains("SENDY_META_APP_SECRET");
        assertThat(FakeGraph.shared().reads(account)).isEmpty();
        assertThat(jobs()).isZero();
        deployment.set(SECRET);
        schedule();
        until(
                "it is proved once there is one",
                () -> standing(key, made.data("id")).equals("Proven"));
    }

    @Test
    void the_owner_of_an_instagram_account_is_found_by_either_login() {
        var direct = instagram("Instagram", account + "1", "IGAA0" + account);
        assertThat(direct.data("ownership.status")).isEqualTo("Unproven");
        FakeGraph.shared().instagram(account + "2", "IGAA0" + account);
        assertThat(instagram("Instagram", account + "2", "IGAA0" + account).data("ownership.status"))
                .isEqualTo("Proven");
        FakeGraph.shared().page("77" + account, "PAGE0" + account, account + "3");
        assertThat(instagram("Facebook", account + "3", "PAGE0" + account).data("ownership.status"))
                .isEqualTo("Proven");
        var foreign = instagram("Facebook", account + "4", "PAGE0" + account);
        assertThat(foreign.data("ownership.status")).isEqualTo("Unproven");
        assertThat(foreign.data("ownership.code")).isEqualTo("another");
    }

    private Api.Reply instagram(@Nullable String login, String id, String accessToken) {
        return connects(
                key,
                channel(accessToken)
                        .put("channelType", "Instagram")
                        .put("instagramLogin", login)
                        .put("externalAccountId", id));
    }
}
