package iq.sendy.meta.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import iq.sendy.meta.ChannelType;
import iq.sendy.meta.GraphAccount;
import iq.sendy.meta.GraphHosts;
import iq.sendy.meta.InstagramLogin;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** An account has one server: that of its login, or the stand-in whose account it is. */
class GraphServersTest {

    private static final GraphAccount WHATSAPP = GraphAccount.whatsApp("1", "token");
    private static final GraphAccount SIMULATED = GraphAccount.whatsApp("simulated", "token");

    private static GraphServers servers(String version, String today, GraphHosts... hosts) {
        var beans = new StaticListableBeanFactory();
        for (var host : hosts) {
            beans.addBean("hosts", host);
        }
        return new GraphServers(
                "https://graph.facebook.com/",
                " https://graph.instagram.com ",
                version,
                beans.getBeanProvider(GraphHosts.class),
                Clock.fixed(Instant.parse(today + "T12:00:00Z"), ZoneOffset.UTC));
    }

    @Test
    void each_login_has_its_host_and_all_have_one_version() {
        var servers = servers("v25.0", "2026-11-29");

        assertThat(servers.versioned(WHATSAPP)).isEqualTo("https://graph.facebook.com/v25.0");
        assertThat(servers.versioned(GraphAccount.instagram(InstagramLogin.FACEBOOK, "1", "token")))
                .isEqualTo("https://graph.facebook.com/v25.0");
        assertThat(servers.versioned(GraphAccount.instagram(InstagramLogin.INSTAGRAM, "1", "token")))
                .isEqualTo("https://graph.instagram.com/v25.0");
    }

    @Test
    void an_account_of_a_stand_in_is_never_asked_for_at_meta_nor_the_other_way_round() {
        GraphHosts standIn = (type, account) -> type == ChannelType.WHATSAPP && "simulated".equals(account)
                ? Optional.of(URI.create("http://127.0.0.1:8080/simulator/"))
                : Optional.empty();
        var servers = servers("v26.0", "2026-11-29", standIn);

        assertThat(servers.versioned(SIMULATED)).isEqualTo("http://127.0.0.1:8080/simulator/v26.0");
        assertThat(servers.versioned(WHATSAPP)).isEqualTo("https://graph.facebook.com/v26.0");
    }

    @Test
    void a_start_warns_of_a_version_that_soon_ends() {
        assertThat(said("v26.0", "2026-11-29")).isEmpty();
        assertThat(said("v23.0", "2027-07-09")).isEmpty();
        assertThat(said("v23.0", "2027-07-10")).singleElement().asString().contains("v23.0", "2027-10-08");
        assertThat(said("v19.0", "2026-11-29")).singleElement().asString().contains("v19.0");
    }

    @Test
    void what_is_no_version_stops_the_start() {
        assertThatThrownBy(() -> servers("26", "2026-11-29")).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> said(String version, String today) {
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        var logger = (Logger) LoggerFactory.getLogger(GraphServers.class);
        logger.addAppender(log);
        try {
            assertThat(servers(version, today).versioned(WHATSAPP)).endsWith(version);
        } finally {
            logger.detachAppender(log);
        }
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
