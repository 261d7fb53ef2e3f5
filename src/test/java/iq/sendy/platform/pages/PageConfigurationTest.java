package iq.sendy.platform.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the words of pages are filled in. */
class PageConfigurationTest {

    @ParameterizedTest
    @ValueSource(strings = {"ar", "ckb", "en"})
    void numbers_have_the_digits_of_prices_in_every_language(String language) throws IOException {
        var words = new PageConfiguration().messageSource();

        assertThat(words.getMessage("shop.count", new Object[] {1200}, Locale.forLanguageTag(language)))
                .endsWith(" 1,200");
    }
}
