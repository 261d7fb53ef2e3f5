package iq.sendy.agent;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.messaging.ReplyLanguage;
import iq.sendy.meta.MessageKind;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes back of a button, and what only looks like it. */
class QuoteButtonsTest {

    private static final UUID QUOTE = UUID.fromString("0193e1b0-0000-7000-8000-000000000001");

    private static String details(String id) {
        return "{\"type\":\"button_reply\",\"id\":\"" + id + "\",\"title\":\"x\"}";
    }

    @ParameterizedTest
    @EnumSource(ReplyLanguage.class)
    void a_button_that_was_sent_is_known_when_it_is_tapped(ReplyLanguage language) {
        for (var button : QuoteButtons.of(QUOTE, language)) {
            assertThat(QuoteButtons.press(MessageKind.INTERACTIVE, details(button.id())))
                    .hasValueSatisfying(press -> assertThat(press.quote()).isEqualTo(QUOTE));
        }
        assertThat(QuoteButtons.press(MessageKind.POSTBACK, details("quote:" + QUOTE + ":cancel")))
                .contains(new QuotePress(QUOTE, QuotePress.Button.CANCEL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quote:0193e1b0-0000-7000-8000-000000000001",
                "quote:0193e1b0-0000-7000-8000-000000000001:yes",
                "quote:1:confirm",
                "order:0193e1b0-0000-7000-8000-000000000001:confirm",
                "quote:0193e1b0-0000-7000-8000-000000000001:confirm:now",
                "quote::confirm"
            })
    void other_payloads_are_no_press(String id) {
        assertThat(QuoteButtons.press(MessageKind.INTERACTIVE, details(id))).isEmpty();
    }

    @Test
    void words_are_no_press_and_neither_is_what_can_not_be_read() {
        assertThat(QuoteButtons.press(MessageKind.TEXT, details("quote:" + QUOTE + ":confirm")))
                .isEmpty();
        assertThat(QuoteButtons.press(MessageKind.INTERACTIVE, null)).isEmpty();
        assertThat(QuoteButtons.press(MessageKind.INTERACTIVE, "{\"id\":\"quote:"))
                .isEmpty();
        assertThat(QuoteButtons.press(MessageKind.INTERACTIVE, "{\"id\":[\"quote:\"]}"))
                .isEmpty();
    }
}
