package iq.sendy.dashboard.web;

import iq.sendy.dashboard.DashboardPaths;
import iq.sendy.dashboard.DashboardScreen;
import iq.sendy.dashboard.NavigationGroup;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The screens that have no room of their own here, and the frame of all. */
@Configuration(proxyBeanMethods = false)
class DashboardPages {

    @Bean
    WebMvcConfigurer dashboardFrames(FrameInterceptor interceptor) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(interceptor).addPathPatterns(DashboardPaths.HOME, DashboardPaths.HOME + "/**");
            }
        };
    }

    @Bean
    DashboardScreen homeScreen() {
        return DashboardScreen.at(DashboardPaths.HOME, "home", NavigationGroup.SELL, 0);
    }

    @Bean
    DashboardScreen agentScreen() {
        return DashboardScreen.at("/app/agent", "agent", NavigationGroup.TALK, 20)
                .needing("conversations.view", "messaging:read");
    }

    @Bean
    DashboardScreen billingScreen() {
        return DashboardScreen.at("/app/billing", "billing", NavigationGroup.MONEY, 40)
                .needing("subscription.view", "settings:read");
    }
}
