package iq.sendy.simulator.web;

import iq.sendy.platform.pages.PageArea;
import iq.sendy.platform.pages.PageSecurity;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.SecurityFilterChain;

/** Where the phones are. Nobody signs in to hold one; {@link SimulatorGate} says who may. */
@Configuration(proxyBeanMethods = false)
class SimulatorArea {

    static final String HOME = "/simulator";
    static final String PHONE = HOME + "/{channel}/{customer}";

    @Bean
    @Order(1)
    SecurityFilterChain simulatorPages(PageSecurity pages) {
        var all = List.of(HOME, HOME + "/**");
        return pages.chain(new PageArea(all, all, "/app/sign-in", "camera=(), microphone=(), geolocation=()"));
    }
}
