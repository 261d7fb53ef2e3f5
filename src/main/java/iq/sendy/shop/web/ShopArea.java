package iq.sendy.shop.web;

import iq.sendy.platform.pages.PageSecurity;
import java.util.List;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.SecurityFilterChain;

/** Where the pages of shops are. */
@Configuration(proxyBeanMethods = false)
class ShopArea {

    static final String HOME = "/s/{slug}";

    @Bean
    @Order(0)
    SecurityFilterChain shopPages(PageSecurity pages) {
        return pages.visitors(List.of("/s/*", "/s/*/**"), "camera=(), microphone=(), geolocation=(self)");
    }

    /**
     * The entrance by its name: the container wants its filters before the database is there, and a start that fails must
     * say so in one line.
     */
    @Bean
    DelegatingFilterProxyRegistrationBean entranceOfShops() {
        var entrance = new DelegatingFilterProxyRegistrationBean(ShopEntrance.NAME);
        entrance.setOrder(Ordered.HIGHEST_PRECEDENCE + 4);
        return entrance;
    }
}
