package iq.sendy.messaging.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HiddenWordsTest {

    @Test
    void a_secret_is_hidden_wherever_it_stands_and_nothing_else() {
        assertThat(HiddenWords.hidden("رمزك 402817، لا تعطه لأحد", "402817")).isEqualTo("رمزك ••••••، لا تعطه لأحد");
        assertThat(HiddenWords.hidden("1234 1234", "1234")).isEqualTo("•••• ••••");
        assertThat(HiddenWords.hidden("402 817", "402817"))
                .as("a text that spells it in another way")
                .isEqualTo("•••••••");
    }

    @Test
    void an_echo_of_what_was_sent_is_known_by_what_is_not_hidden() {
        assertThat(HiddenWords.mayBe("رمزك ••••••", "رمزك 402817")).isTrue();
        assertThat(HiddenWords.mayBe("مرحبا", "مرحبا")).isTrue();
        assertThat(HiddenWords.mayBe("رمزك ••••••", "رمزي 402817")).isFalse();
        assertThat(HiddenWords.mayBe("رمزك ••••••", "رمزك 40281")).isFalse();
    }
}
