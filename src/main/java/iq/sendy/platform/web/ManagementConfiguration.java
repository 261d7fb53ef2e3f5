package iq.sendy.platform.web;

import iq.sendy.platform.api.AnswerWriter;
import iq.sendy.platform.database.DatabaseSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

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
            @Value("${sendy.management.token:}") String token, DatabaseSettings settings, AnswerWriter writer) {
        var directory = settings.embedded() ? settings.dataDirectory() : null;
        var guard = new FilterRegistrationBean<>(new ManagementGuard(new ManagementToken(token, directory), writer));
        guard.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return guard;
    }
}
