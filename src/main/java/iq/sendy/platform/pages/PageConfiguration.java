package iq.sendy.platform.pages;

import java.io.IOException;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Wires pages into Spring MVC. Two beans have the names by which it looks for them. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration {

    private static final String[] WORDS = {"i18n/pages", "i18n/shop", "i18n/checkout", "i18n/account", "i18n/simulator"
    };

    /** The dashboard has a file for each of its subjects, and whoever adds one touches no other. */
    private static final String SCREENS = "classpath*:/i18n/dashboard*.properties";

    @Bean
    MessageSource messageSource() throws IOException {
        var words = new PageWordSource();
        words.setBasenames(WORDS);
        for (var file : new PathMatchingResourcePatternResolver().getResources(SCREENS)) {
            var name = Objects.requireNonNull(file.getFilename());
            if (!name.contains("_")) {
                words.addBasenames("i18n/" + name.substring(0, name.indexOf('.')));
            }
        }
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
