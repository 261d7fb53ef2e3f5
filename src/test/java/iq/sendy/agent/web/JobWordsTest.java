package iq.sendy.agent.web;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.messaging.SendState;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Words for what the agent did: in the reader's language, and no code of ours. */
class JobWordsTest {

    private final JobWords words = new JobWords(pages());

    private static ResourceBundleMessageSource pages() {
        var pages = new ResourceBundleMessageSource();
        pages.setBasename("i18n/pages");
        pages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        pages.setFallbackToSystemLocale(false);
        return pages;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar", "ckb"})
    void how_a_reply_ended_has_words(String language) {
        var reader = Locale.forLanguageTag(language);

        for (var state : new SendState[] {SendState.SENT, SendState.REFUSED, SendState.NOT_SENT, SendState.UNKNOWN}) {
            assertThat(words.outcome(state.toString(), reader)).isNotEqualTo(state.toString());
        }
        assertThat(words.outcome("retry", reader)).isNotEqualTo("retry");
        assertThat(words.outcome("a code of somebody else's", reader)).isEqualTo("a code of somebody else's");
    }
}
