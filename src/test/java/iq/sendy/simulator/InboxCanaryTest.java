package iq.sendy.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.SilentLogs;
import iq.sendy.World.Backstage;
import iq.sendy.kernel.Bytes;
import iq.sendy.meta.ChannelType;
import iq.sendy.meta.MessageKind;
import iq.sendy.meta.MetaSignature;
import iq.sendy.simulator.SimulatedMedia.SimulatedFile;
import iq.sendy.simulator.SimulatedPhones.PhoneDeed;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Driven from end to end, well and badly and with the log turned up, the inbox writes down no secret, number or text. */
@Scenario
class InboxCanaryTest {

    private static final String HOOK = "/api/v1/webhooks/social/";
    private static final String TEXT = "كناري أصفر canary-text-7731";
    private static final String ANSWER = "جواب الكناري canary-answer-7731";
    private static final String DOT =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

    private static final Logger OURS = (Logger) LoggerFactory.getLogger("iq.sendy");

    @Autowired
    Api api;

    @Autowired
    SimulatedAccounts accounts;

    @Autowired
    Backstage backstage;

    @Autowired
    SimulatedPhones phones;

    @Autowired
    GraphFaults faults;

    @BeforeEach
    void listen() {
        OURS.setLevel(Level.DEBUG);
        SilentLogs.mark("canary-text-7731");
        SilentLogs.mark("canary-answer-7731");
        SilentLogs.mark("canary-note-7731");
        SilentLogs.mark("canary-verify-7731");
        for (var customer : SimulatedCustomer.values()) {
            SilentLogs.mark(customer.scopedId());
            SilentLogs.mark(customer.instagramId());
            SilentLogs.mark(customer.username());
            if (customer.phone() != null) {
                SilentLogs.mark(customer.phone());
            }
        }
        for (var type : ChannelType.values()) {
            SilentLogs.mark(accounts.of(type).accessToken());
            SilentLogs.mark(accounts.of(type).appSecret());
        }
    }

    @AfterEach
    void asBefore() {
        OURS.setLevel(null);
    }

    @Test
    void a_line_that_speaks_is_heard() {
        OURS.info("the text was {}", TEXT);
        assertThat(SilentLogs.take()).singleElement().asString().contains("canary-text-7731");
    }

    @Test
    void no_line_of_the_log_holds_what_was_said_by_whom_or_by_which_secret() {
        var shop = new SimulatedShop(api, accounts, backstage, ChannelType.values());
        for (var type : ChannelType.values()) {
            talk(shop, type);
        }
        refusals();
        spoilt();
        assertThat(SilentLogs.take()).isEmpty();
    }

    private void talk(SimulatedShop shop, ChannelType type) {
        var text = TEXT + " " + type;
        var zainab = SimulatedCustomer.ZAINAB;
        phones.act(type, zainab, new PhoneDeed.Write(text, null));
        phones.act(type, SimulatedCustomer.DILNIA, new PhoneDeed.Write(TEXT, null));
        phones.act(type, zainab, new PhoneDeed.Repeat());
        var conversation = shop.reads(text).get("id").stringValue();
        var picture = new SimulatedFile(Bytes.of(Base64.getDecoder().decode(DOT)), "image/png", "canary-text-7731.png");
        phones.act(type, zainab, new PhoneDeed.SendFile(MessageKind.IMAGE, picture, TEXT));
        phones.act(type, zainab, new PhoneDeed.SendPlace());
        assertThat(shop.answers(conversation, ANSWER).status()).isEqualTo(200);
        var lines = phones.open(type, zainab).lines();
        phones.act(type, zainab, new PhoneDeed.React(lines.getLast().id(), "👍"));
        phones.act(type, zainab, new PhoneDeed.Edit(lines.getFirst().id(), TEXT + "!"));
        phones.act(type, zainab, new PhoneDeed.Unsend(lines.getFirst().id()));
        // Whose token has expired sends nothing more: that is the last.
        var all = EnumSet.allOf(GraphFault.class).stream()
                .sorted(Comparator.comparing(fault -> fault == GraphFault.TOKEN_EXPIRED))
                .toList();
        for (var fault : all) {
            phones.act(type, zainab, new PhoneDeed.Ask(fault));
            shop.answers(conversation, ANSWER + " " + fault);
            assertThat(faults.waiting(type)).as(fault.word()).isEmpty();
        }
        var path = Api.STAFF + "/social/conversations/" + conversation;
        shop.owner().post(path + "/notes", Api.object().put("text", "canary-note-7731"));
        shop.owner().get(Api.STAFF + "/social/conversations?q=9647700001000");
        var contact = shop.thread(conversation).at("/contact/id").stringValue();
        assertThat(shop.owner()
                        .get(Api.STAFF + "/social/contacts/" + contact + "/export")
                        .status())
                .isEqualTo(200);
        assertThat(shop.owner()
                        .delete(Api.STAFF + "/social/contacts/" + contact)
                        .status())
                .isEqualTo(200);
    }

    private void refusals() {
        for (var path : new String[] {"whatsapp", "instagram"}) {
            var body = "{\"object\":\"" + path + "\",\"entry\":[{\"id\":\"canary-text-7731\"}]}";
            assertThat(send(path, body.getBytes(StandardCharsets.UTF_8), null)).isEqualTo(401);
            assertThat(send(path, body.getBytes(StandardCharsets.UTF_8), "sha256=" + "0".repeat(64)))
                    .isEqualTo(401);
            assertThat(api.get(HOOK + path + "?hub.mode=subscribe&hub.verify_token=canary-verify-7731&hub.challenge=1")
                            .status())
                    .isEqualTo(403);
        }
    }

    /** Signed, and cut or spoilt at a place of chance. */
    private void spoilt() {
        var account = accounts.of(ChannelType.WHATSAPP);
        var message = MetaEnvelope.object()
                .put("id", "wamid.CANARY")
                .put("type", "text")
                .put("from", "9647700001000");
        message.putObject("text").put("body", TEXT);
        var whole = MetaEnvelope.message(account, SimulatedCustomer.ZAINAB, message)
                .body()
                .toArray();
        for (var seed = 0; seed < 100; seed++) {
            var random = new Random(seed);
            var body = seed % 2 == 0 ? Arrays.copyOf(whole, 1 + random.nextInt(whole.length)) : whole.clone();
            for (var i = 0; i < 4; i++) {
                body[random.nextInt(body.length)] = (byte) random.nextInt(256);
            }
            assertThat(send("whatsapp", body, MetaSignature.sign(account.appSecret(), body)))
                    .as("seed " + seed)
                    .isIn(200, 401);
        }
    }

    private int send(String path, byte[] body, @Nullable String signature) {
        var meta = signature == null ? api : api.withHeader(MetaSignature.HEADER, signature);
        return meta.send("POST", HOOK + path, BodyPublishers.ofByteArray(body), true)
                .status();
    }
}
