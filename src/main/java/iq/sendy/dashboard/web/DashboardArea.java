package iq.sendy.dashboard.web;

import iq.sendy.platform.pages.PageArea;
import iq.sendy.platform.pages.PageSecurity;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** Which pages the dashboard has, and which of them strangers see. */
@Configuration(proxyBeanMethods = false)
class DashboardArea {

    static final String FRONT = "/";
    static final String HOME = "/app";
    static final String SIGN_IN = "/app/sign-in";
    static final String SIGN_OUT = "/app/sign-out";

    @Bean
    @Order(1)
    SecurityFilterChain dashboardPages(HttpSecurity http, PageSecurity pages) {
        return pages.chain(
                http,
                new PageArea(
                        List.of(FRONT, HOME, HOME + "/**"),
                        List.of(FRONT, SIGN_IN, SIGN_OUT),
                        SIGN_IN,
                        "camera=(self), microphone=(), geolocation=()"));
    }
}
