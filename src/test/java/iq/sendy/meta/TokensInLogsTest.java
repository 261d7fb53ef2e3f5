package iq.sendy.meta;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import iq.sendy.Scenario;
import iq.sendy.SilentLogs;
import iq.sendy.fakes.FakeGraph;
import iq.sendy.fakes.GraphManner;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever becomes of a call, and however much is logged: no token, phone number or text is in a log or in an outcome. */
@Scenario
class TokensInLogsTest {

    private static final String TOKEN = "CANARY-TOKEN-4711";
    private static final String PHONE = "9647709876543";
    private static final String TEXT = "CANARY-TEXT-4711";
    private static final String NUMBER = "500000000000077";
    private static final String ACCOUNT = "17841400000000077";
    private static final String MEDIUM = "600000000000077";

    private final FakeGraph meta = FakeGraph.shared();

    @Autowired
    Graph graph;

    @AfterEach
    void forgotten() {
        meta.reset();
    }

    @Test
    void no_token_no_phone_and_no_text_is_told_to_anybody_else() {
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var before = root.getLevel();
        root.addAppender(log);
        root.setLevel(Level.TRACE);
        List<Object> outcomes;
        try {
            outcomes = everything();
        } finally {
            root.setLevel(before);
            root.detachAppender(log);
        }
        var lines = SilentLogs.heard(log).stream()
                .map(event -> event.getFormattedMessage()
                        + (event.getThrowableProxy() == null
                                ? ""
                                : ThrowableProxyUtil.asString(event.getThrowableProxy())))
                .toList();
        assertThat(lines).noneMatch(TokensInLogsTest::tells);
        assertThat(outcomes).hasSizeGreaterThan(30).noneMatch(outcome -> tells(outcome.toString()));
    }

    private static boolean tells(String said) {
        return said.contains(TOKEN) || said.contains(PHONE) || said.contains(TEXT);
    }

    private List<Object> everything() {
        var whatsApp = GraphAccount.whatsApp(NUMBER, TOKEN);
        var instagram = GraphAccount.instagram(InstagramLogin.INSTAGRAM, ACCOUNT, TOKEN);
        var phone = new MessageRecipient(IdentityKind.WA_ID, PHONE);
        var person = new MessageRecipient(IdentityKind.IGSID, "900000000000001");
        var text = new OutboundText(TEXT);
        var outcomes = new ArrayList<Object>();
        meta.instagram(ACCOUNT, TOKEN);
        for (var manner : manners()) {
            meta.next(NUMBER, manner);
            outcomes.add(graph.send(whatsApp, phone, text, "a"));
            meta.next(ACCOUNT, manner, manner);
            outcomes.add(graph.send(instagram, person, text, null));
            outcomes.add(graph.refresh(instagram));
            meta.next(MEDIUM, manner);
            outcomes.add(graph.download(whatsApp, new MediaReference(MEDIUM, null, null, null, null)));
        }
        meta.refusesConnections();
        outcomes.add(graph.send(whatsApp, phone, text, "a"));
        outcomes.add(graph.refresh(instagram));
        meta.listensAgain();
        outcomes.add(graph.send(GraphAccount.whatsApp(NUMBER, TOKEN + "\r\n"), phone, text, "a"));
        return outcomes;
    }

    private static List<GraphManner> manners() {
        return List.of(
                GraphManner.accepts(),
                GraphManner.refuses(400, 131026, "not delivered to " + PHONE),
                GraphManner.refuses(401, 190, "token " + TOKEN),
                GraphManner.fails(500),
                GraphManner.fails(404),
                GraphManner.resets(),
                GraphManner.cutsItsAnswer(),
                GraphManner.says("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n" + TOKEN),
                GraphManner.answers(302, "", "Location: https://evil.example/?access_token=" + TOKEN));
    }
}
