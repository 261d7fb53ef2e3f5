package iq.sendy.platform.web;

import iq.sendy.platform.api.AnswerWriter;
import iq.sendy.platform.database.DatabaseSettings;
import iq.sendy.platform.database.StartRefused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * What the management port has and the public one has not. Without an annotation of its own, which would put it into the
 * public context as well: a file below {@code META-INF/spring} names it for the other one.
 */
class ManagementConfiguration {

    /** As at the public port: they throw where they are counted, inside a request. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> managementLimits() {
        return factory -> factory.addConnectorCustomizers(connector -> {
            connector.setMaxLocaleCount(-1);
            connector.setMaxCookieCount(-1);
        });
    }

    @Bean
    FilterRegistrationBean<ManagementGuard> managementGuard(
            @Value("${sendy.management.token:}") String token,
            DatabaseSettings settings,
            AnswerWriter writer,
            Environment environment) {
        if (ManagementPortType.get(environment) == ManagementPortType.SAME) {
            throw new StartRefused("SENDY_MANAGEMENT_PORT must be another port than SERVER_PORT");
        }
        var directory = settings.embedded() ? settings.dataDirectory() : null;
        var guard = new FilterRegistrationBean<>(new ManagementGuard(new ManagementToken(token, directory), writer));
        guard.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return guard;
    }
}
