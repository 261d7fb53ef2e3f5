package iq.sendy.platform.pages;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Wires pages into Spring MVC. Two beans have the names by which it looks for them. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration {

    @Bean
    MessageSource messageSource() {
        var words = new ResourceBundleMessageSource();
        words.setBasenames("i18n/pages", "i18n/shop", "i18n/checkout", "i18n/account", "i18n/simulator");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
        return words;
    }

    /** In place of one that goes by the container's reading of Accept-Language, which throws at the eleventh. */
    @Bean
    LocaleResolver localeResolver(PageLanguages languages) {
        return languages;
    }

    @Bean
    WebMvcConfigurer frames(PageInterceptor interceptor) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(interceptor);
            }
        };
    }
}
