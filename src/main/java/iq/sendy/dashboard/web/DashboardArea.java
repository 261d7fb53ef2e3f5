package iq.sendy.dashboard.web;

import iq.sendy.dashboard.DashboardPaths;
import iq.sendy.platform.pages.PageArea;
import iq.sendy.platform.pages.PageSecurity;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.SecurityFilterChain;

/** Which pages the dashboard has, and which of them strangers see. */
@Configuration(proxyBeanMethods = false)
class DashboardArea {

    static final String FRONT = "/";

    @Bean
    @Order(1)
    SecurityFilterChain dashboardPages(PageSecurity pages) {
        return pages.chain(new PageArea(
                List.of(FRONT, DashboardPaths.HOME, DashboardPaths.HOME + "/**"),
                List.of(FRONT, DashboardPaths.SIGN_IN, DashboardPaths.SIGN_OUT),
                DashboardPaths.SIGN_IN,
                "camera=(), microphone=(), geolocation=()",
                List.of(DashboardPaths.INBOX + "/stream", DashboardPaths.INBOX + "/*/media/*")));
    }
}
