package iq.sendy.platform.pages;

import java.text.MessageFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
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
        var words = new PageWordSource();
        words.setBasenames("i18n/pages", "i18n/shop", "i18n/checkout", "i18n/account", "i18n/simulator");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
        return words;
    }

    /** Numbers have the digits of prices in every language; Sorani's own are others, in which a zero looks like a dot. */
    private static final class PageWordSource extends ResourceBundleMessageSource {

        @Override
        protected MessageFormat createMessageFormat(String words, @Nullable Locale language) {
            return super.createMessageFormat(words, Locale.ROOT);
        }
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
