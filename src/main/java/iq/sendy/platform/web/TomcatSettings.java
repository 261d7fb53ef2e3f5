package iq.sendy.platform.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Tomcat's own limits. Its time-outs run between two reads, so the head of a request that trickles in is not cut off after
 * five seconds as a whole; the body is, by whoever reads it.
 */
@Component
class TomcatSettings implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final Duration HEAD = Duration.ofSeconds(5);
    private static final Duration BODY = Duration.ofSeconds(30);
    private static final Duration IDLE = Duration.ofSeconds(60);
    private static final int HEADERS = 16 << 10;

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setUriEncoding(StandardCharsets.UTF_8);
        factory.addConnectorCustomizers(TomcatSettings::limit);
        factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(EnvelopeReport.class.getName());
            }
        });
    }

    private static void limit(Connector connector) {
        // The firewall answers them with our 404; Tomcat would refuse them with a page of its own.
        connector.setEncodedSolidusHandling("passthrough");
        connector.setEncodedReverseSolidusHandling("passthrough");
        // Refused by the routes with 405 (PlainRequests), and not with a page of Tomcat's.
        connector.setAllowTrace(true);
        if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
            http.setMaxHttpRequestHeaderSize(HEADERS);
            http.setConnectionTimeout((int) HEAD.toMillis());
            http.setKeepAliveTimeout((int) IDLE.toMillis());
            http.setDisableUploadTimeout(false);
            http.setConnectionUploadTimeout((int) BODY.toMillis());
        }
    }
}
