package iq.sendy.platform.web;

import iq.sendy.platform.settings.StartRefused;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/** Tomcat's own limits, and those that it leaves to us ({@link BoundedEndpoint}). */
@Component
class TomcatSettings implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final Duration HEAD = Duration.ofSeconds(5);
    /** Whoever reads a body gives up after thirty seconds and says so; this ends what nobody reads, or who is silent. */
    private static final Duration BODY = Duration.ofSeconds(32);

    private static final Duration IDLE = Duration.ofSeconds(60);
    private static final Duration CROWDED = Duration.ofSeconds(2);
    private static final int HEADERS = 16 << 10;

    private final ConnectionLimits limits;

    TomcatSettings(
            @Value("${sendy.connections.per.network:2048}") int perNetwork,
            @Value("${sendy.proxies:}") String proxies) {
        this.limits = new ConnectionLimits(HEAD, BODY, IDLE, CROWDED, perNetwork, networks(proxies));
    }

    private static List<IpAddressMatcher> networks(String proxies) {
        try {
            // Who is on the machine has other ways to stop it, and a proxy beside us brings the whole world.
            return Stream.of(("127.0.0.0/8,::1/128," + proxies).split(","))
                    .map(String::strip)
                    .filter(network -> !network.isEmpty())
                    .map(IpAddressMatcher::new)
                    .toList();
        } catch (IllegalArgumentException wrong) {
            throw new StartRefused(
                    "SENDY_PROXIES must be networks like 10.0.0.0/8, separated by commas: " + wrong.getMessage(),
                    wrong);
        }
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setUriEncoding(StandardCharsets.UTF_8);
        factory.setProtocol(BoundedProtocol.class.getName());
        factory.addConnectorCustomizers(this::limit);
        factory.addContextValves(new UnreadBodies());
        factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(EnvelopeReport.class.getName());
            }
        });
    }

    private void limit(Connector connector) {
        // The firewall answers them with our 404; Tomcat would refuse them with a page of its own.
        connector.setEncodedSolidusHandling("passthrough");
        connector.setEncodedReverseSolidusHandling("passthrough");
        // Refused by the routes with 405 (RequestLimitsFilter), and not with a page of Tomcat's.
        connector.setAllowTrace(true);
        // A form is no source of parameters here, so asking for one never reads a body.
        connector.setParseBodyMethods("");
        // They throw where they are counted, inside a request; the head bounds them.
        connector.setMaxLocaleCount(-1);
        connector.setMaxCookieCount(-1);
        if (connector.getProtocolHandler() instanceof BoundedProtocol http) {
            http.setMaxHttpRequestHeaderSize(HEADERS);
            http.limit(limits);
        }
    }
}
