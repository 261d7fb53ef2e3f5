package iq.sendy.agent.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import iq.sendy.messaging.ReplyLanguage;
import iq.sendy.meta.InstagramText;
import iq.sendy.meta.ReplyButton;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FixedTextsTest {

    @Test
    void every_text_stands_in_every_language_with_the_same_places() {
        for (var text : FixedText.values()) {
            for (var language : ReplyLanguage.values()) {
                assertThat(FixedTexts.of(language, text))
                        .as("%s %s", language, text)
                        .isNotBlank();
                assertThat(places(FixedTexts.of(language, text)))
                        .as("%s %s", language, text)
                        .isEqualTo(places(FixedTexts.of(ReplyLanguage.EN, text)));
            }
        }
    }

    @Test
    void every_text_is_in_its_language() {
        for (var text : Set.of(
                FixedText.HAND_OFF,
                FixedText.CLOSED,
                FixedText.ERROR,
                FixedText.OFF_TOPIC,
                FixedText.QUOTE,
                FixedText.ASK_PHONE,
                FixedText.QUOTE_EXPIRED,
                FixedText.PRICE_CHANGED,
                FixedText.SOLD_OUT,
                FixedText.ORDER_MADE,
                FixedText.QUOTE_CANCELLED)) {
            for (var language : ReplyLanguage.values()) {
                assertThat(LanguageDetector.of(FixedTexts.of(language, text).replaceAll("\\{[a-z]+}", " ")))
                        .as("%s %s", language, text)
                        .contains(language);
            }
        }
    }

    @Test
    void a_text_fits_into_one_message_of_instagram_and_a_button_has_room_for_its_title() {
        for (var language : ReplyLanguage.values()) {
            for (var text : FixedText.values()) {
                assertThat(InstagramText.fits(FixedTexts.of(language, text))).isTrue();
            }
            assertThat(new ReplyButton("x", FixedTexts.of(language, FixedText.CONFIRM)))
                    .isNotNull();
            assertThat(new ReplyButton("x", FixedTexts.of(language, FixedText.CANCEL)))
                    .isNotNull();
        }
    }

    @Test
    void what_is_put_in_is_not_looked_at_again() {
        assertThat(FixedTexts.of(ReplyLanguage.EN, FixedText.SOLD_OUT, Map.of("item", "{total} $1 roses")))
                .startsWith("Sorry, {total} $1 roses sold out");
        assertThatThrownBy(() -> FixedTexts.of(ReplyLanguage.EN, FixedText.SOLD_OUT, Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Set<String> places(String text) {
        var places = new TreeSet<String>();
        for (var at = text.indexOf('{'); at >= 0; at = text.indexOf('{', at + 1)) {
            places.add(text.substring(at, text.indexOf('}', at) + 1));
        }
        return places;
    }
}
