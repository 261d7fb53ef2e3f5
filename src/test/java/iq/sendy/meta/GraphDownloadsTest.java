package iq.sendy.meta;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Scenario;
import iq.sendy.Waiting;
import iq.sendy.fakes.FakeGraph;
import iq.sendy.fakes.GraphCall;
import iq.sendy.fakes.GraphManner;
import iq.sendy.fakes.Receiver;
import iq.sendy.fakes.ReceiverZoo;
import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.StoreId;
import iq.sendy.meta.MediaOutcome.Fetched;
import iq.sendy.meta.MediaOutcome.TooLarge;
import iq.sendy.meta.MediaOutcome.Unreachable;
import iq.sendy.meta.MediaOutcome.Unusable;
import iq.sendy.meta.MediaOutcome.Withheld;
import iq.sendy.meta.RefreshOutcome.Denied;
import iq.sendy.meta.RefreshOutcome.NotRenewable;
import iq.sendy.meta.RefreshOutcome.Renewed;
import iq.sendy.meta.RefreshOutcome.Unanswered;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Pictures that customers sent are fetched whole and as announced, and a token is shown to Meta alone; tokens are renewed. */
@Scenario
class GraphDownloadsTest {

    private static final String TOKEN = "EAAG-a-token-that-is-in-no-log";
    private static final GraphAccount WHATSAPP = GraphAccount.whatsApp("500000000000041", TOKEN);
    private static final String ACCOUNT = "17841400000000041";
    private static final GraphAccount INSTAGRAM = GraphAccount.instagram(InstagramLogin.INSTAGRAM, ACCOUNT, TOKEN);
    private static final String PICTURE_NAME = "of-graph-downloads.jpg";
    private static final String MEDIUM = "600000000000011";
    private static final byte[] PICTURE = "\u00FF\u00D8 a picture".getBytes(StandardCharsets.ISO_8859_1);

    private final FakeGraph meta = FakeGraph.shared();

    @Autowired
    Graph graph;

    @BeforeEach
    void known() {
        meta.reset();
        meta.instagram(ACCOUNT, TOKEN);
    }

    @AfterEach
    void forgotten() {
        meta.reset();
    }

    /** Of this class alone: jobs that others left behind ask the same Meta. */
    private List<GraphCall> calls() {
        var own = Set.of(MEDIUM, PICTURE_NAME, ACCOUNT);
        return meta.calls().stream()
                .filter(call -> own.contains(call.account())
                        || TOKEN.equals(call.query().get("access_token")))
                .toList();
    }

    private static MediaReference reference(@Nullable String sha256) {
        return new MediaReference(MEDIUM, null, "image/png", sha256, null);
    }

    private static MediaReference at(String url) {
        return new MediaReference(null, url, null, null, null);
    }

    @Test
    void a_picture_of_whatsapp_is_fetched_in_two_steps_with_the_token() throws Exception {
        meta.medium(MEDIUM, "image/jpeg", PICTURE, TOKEN);
        var hash = MessageDigest.getInstance("SHA-256").digest(PICTURE);

        for (var said : new String[] {
            null, HexFormat.of().formatHex(hash), Base64.getEncoder().encodeToString(hash), "q1Zb0mVd3nQ="
        }) {
            assertThat(graph.download(WHATSAPP, reference(said)))
                    .isEqualTo(new Fetched(Bytes.of(PICTURE), "image/jpeg"));
        }
        assertThat(calls()).extracting(GraphCall::token).containsOnly(TOKEN);
        assertThat(calls()).extracting(GraphCall::host).startsWith("facebook", "cdn");
    }

    @Test
    void bytes_that_are_not_those_that_were_announced_are_not_taken() throws Exception {
        var other = MessageDigest.getInstance("SHA-256").digest(new byte[] {1});
        meta.medium(MEDIUM, "image/jpeg", PICTURE, TOKEN);
        assertThat(graph.download(WHATSAPP, reference(HexFormat.of().formatHex(other))))
                .isInstanceOf(Unusable.class);
        assertThat(graph.download(WHATSAPP, reference(Base64.getEncoder().encodeToString(other))))
                .isInstanceOf(Unusable.class);

        meta.mediumWithHash(MEDIUM, "image/jpeg", PICTURE, TOKEN, HexFormat.of().formatHex(other));
        assertThat(graph.download(WHATSAPP, reference(null))).isInstanceOf(Unusable.class);
    }

    @Test
    void a_token_is_shown_to_no_host_that_is_not_of_meta() {
        try (var elsewhere = Receiver.that(ReceiverZoo.answers(200))) {
            for (var url : new String[] {
                "http://localhost:" + elsewhere.port() + "/a",
                "https://fbcdn.net.evil.example/a",
                "https://evilfbcdn.net/a",
                "http://lookaside.fbsbx.com/a",
                "https://lookaside.fbsbx.com@evil.example/a",
                "https://evil.example/a",
                "nonsense"
            }) {
                meta.next(MEDIUM, GraphManner.answers(200, "{\"url\":\"" + url + "\"}"));
                assertThat(graph.download(WHATSAPP, reference(null))).as(url).isInstanceOf(Unusable.class);
            }
            assertThat(elsewhere.connects()).isZero();
        }
    }

    @Test
    void a_host_that_the_operator_opened_may_have_the_token() {
        try (var opened = Receiver.that(ReceiverZoo.says("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc"))) {
            meta.next(
                    MEDIUM,
                    GraphManner.answers(200, "{\"url\":\"" + opened.url() + "\",\"mime_type\":\"image/webp\"}"));

            assertThat(graph.download(WHATSAPP, reference(null)))
                    .isEqualTo(new Fetched(Bytes.of("abc".getBytes(StandardCharsets.US_ASCII)), "image/webp"));
            assertThat(opened.received())
                    .singleElement()
                    .satisfies(got -> assertThat(got.header("authorization")).isEqualTo("Bearer " + TOKEN));
        }
    }

    @Test
    void a_redirect_leads_to_hosts_that_are_known_and_takes_no_token_along() {
        try (var end = Receiver.that(ReceiverZoo.says("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc"));
                var inside = Receiver.that(ReceiverZoo.answers(302, "Location: " + end.url()));
                var outside = Receiver.that(ReceiverZoo.answers(302, "Location: https://evil.example/"))) {
            meta.next(MEDIUM, GraphManner.answers(200, "{\"url\":\"" + inside.url() + "\"}"));
            assertThat(graph.download(WHATSAPP, reference(null))).isInstanceOf(Fetched.class);
            assertThat(end.received())
                    .singleElement()
                    .satisfies(got -> assertThat(got.headers()).doesNotContainKey("authorization"));

            meta.next(MEDIUM, GraphManner.answers(200, "{\"url\":\"" + outside.url() + "\"}"));
            assertThat(graph.download(WHATSAPP, reference(null))).isInstanceOf(Unusable.class);
        }
    }

    @Test
    void redirects_do_not_go_on_for_ever() {
        try (var round = Receiver.that(visit -> {
            for (var got = visit.read(); got != null; got = visit.read()) {
                visit.say("HTTP/1.1 302 Found\r\nLocation: http://" + got.header("host")
                        + "/again\r\nContent-Length: 0\r\n\r\n");
            }
        })) {
            assertThat(graph.download(INSTAGRAM, at(round.url()))).isInstanceOf(Unusable.class);
            assertThat(round.received()).hasSize(3);
        }
    }

    @Test
    void a_picture_of_instagram_is_fetched_without_the_token() {
        var url = meta.picture(PICTURE_NAME, "image/jpeg", PICTURE);
        assertThat(graph.download(INSTAGRAM, at(url))).isEqualTo(new Fetched(Bytes.of(PICTURE), "image/jpeg"));

        try (var opened = Receiver.that(ReceiverZoo.answers(200, "Content-Type: image/png"))) {
            assertThat(graph.download(INSTAGRAM, at(opened.url())))
                    .isInstanceOfSatisfying(
                            Fetched.class,
                            fetched -> assertThat(fetched.mimeType()).isEqualTo("image/png"));
            assertThat(opened.received())
                    .singleElement()
                    .satisfies(got -> assertThat(got.headers()).doesNotContainKey("authorization"));
        }
        assertThat(calls()).extracting(GraphCall::token).containsOnlyNulls();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://169.254.169.254/latest", "https://10.0.0.1/a", "https://localhost/a", "file:///etc"})
    void an_address_that_is_not_public_is_not_asked(String url) {
        assertThat(graph.download(INSTAGRAM, at(url))).isInstanceOf(Unusable.class);
    }

    @Test
    void an_id_that_is_gone_is_withheld_and_trouble_of_meta_passes() {
        meta.next(MEDIUM, GraphManner.refuses(400, 131052, "Media download error"));
        assertThat(graph.download(WHATSAPP, reference(null)))
                .isInstanceOfSatisfying(
                        Withheld.class,
                        withheld -> assertThat(withheld.error().errorClass()).isEqualTo(GraphErrorClass.MEDIA));

        meta.medium(MEDIUM, "image/jpeg", PICTURE, TOKEN);
        meta.next(MEDIUM, GraphManner.fails(500), GraphManner.resets(), GraphManner.cutsItsAnswer());
        for (var time = 0; time < 3; time++) {
            assertThat(graph.download(WHATSAPP, reference(null))).isInstanceOf(Unreachable.class);
        }
        assertThat(graph.download(INSTAGRAM, at(meta.cdn("expired"))))
                .isInstanceOfSatisfying(
                        Withheld.class,
                        withheld -> assertThat(withheld.error().code()).isEqualTo("http.404"));
        assertThat(graph.download(INSTAGRAM, new MediaReference(MEDIUM, null, null, null, null)))
                .isInstanceOf(Unusable.class);
    }

    @Test
    void a_film_beyond_all_bounds_is_not_read() {
        try (var endless = Receiver.that(ReceiverZoo.says("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\na"));
                var chunked = Receiver.that(visit -> {
                    visit.read();
                    visit.say("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
                    var chunk = "10000\r\n" + "a".repeat(65_536) + "\r\n";
                    for (var count = 0; count < 500; count++) {
                        visit.say(chunk);
                    }
                })) {
            assertThat(graph.download(INSTAGRAM, at(endless.url()))).isInstanceOf(TooLarge.class);
            assertThat(graph.download(INSTAGRAM, at(chunked.url()))).isInstanceOf(TooLarge.class);
        }
    }

    @Test
    void a_film_of_a_few_megabytes_is_fetched_whole() {
        var film = new byte[3 * 1_024 * 1_024];
        Arrays.fill(film, (byte) 7);
        meta.medium(MEDIUM, "video/mp4", film, TOKEN);

        assertThat(graph.download(WHATSAPP, reference(null))).isEqualTo(new Fetched(Bytes.of(film), "video/mp4"));
    }

    @Test
    void servers_that_do_not_answer_cost_the_store_that_named_them_and_no_other() throws Exception {
        var url = meta.picture(PICTURE_NAME, "image/jpeg", PICTURE);
        var arrived = new Semaphore(0);
        try (var silent = Receiver.that(visit -> {
                    visit.read();
                    arrived.release();
                    visit.untilLeft();
                });
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var one = new StoreId(UUID.randomUUID());
            for (var time = 0; time < 12; time++) {
                var _ = threads.submit(() -> CurrentTenant.in(one, () -> graph.download(INSTAGRAM, at(silent.url()))));
            }
            Waiting.until("three have come", () -> arrived.tryAcquire(3));

            assertThat(CurrentTenant.in(new StoreId(UUID.randomUUID()), () -> graph.download(INSTAGRAM, at(url))))
                    .isInstanceOf(Fetched.class);
            assertThat(silent.connects()).isEqualTo(3);
            threads.shutdownNow();
        }
    }

    @Test
    void a_token_of_an_instagram_login_is_renewed_where_meta_wants_it_in_the_query() {
        meta.renews(TOKEN, "IGAA-fresh");

        assertThat(graph.refresh(INSTAGRAM)).isEqualTo(new Renewed("IGAA-fresh", Duration.ofSeconds(5_183_944)));
        assertThat(calls()).singleElement().satisfies(call -> {
            assertThat(call.host()).isEqualTo("instagram");
            assertThat(call.path()).isEqualTo("/refresh_access_token");
            assertThat(call.query())
                    .containsEntry("grant_type", "ig_refresh_token")
                    .containsEntry("access_token", TOKEN);
            assertThat(call.token()).isNull();
        });
    }

    @Test
    void a_token_that_is_not_renewed_is_told_by_why() {
        assertThat(graph.refresh(INSTAGRAM))
                .isInstanceOfSatisfying(
                        Denied.class,
                        denied -> assertThat(denied.error().errorClass()).isEqualTo(GraphErrorClass.CHANNEL_AUTH));
        assertThat(graph.refresh(WHATSAPP)).isInstanceOf(NotRenewable.class);
        assertThat(graph.refresh(GraphAccount.instagram(InstagramLogin.FACEBOOK, "1", TOKEN)))
                .isInstanceOf(NotRenewable.class);

        meta.next(ACCOUNT, GraphManner.fails(502), GraphManner.answers(200, "{}"), GraphManner.resets());
        for (var time = 0; time < 3; time++) {
            assertThat(graph.refresh(INSTAGRAM)).isInstanceOf(Unanswered.class);
        }
    }
}
