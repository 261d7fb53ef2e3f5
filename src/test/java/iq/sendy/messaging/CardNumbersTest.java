package iq.sendy.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardNumbersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111111111111111",
                "4111 1111 1111 1111",
                "4111-1111-1111-1111",
                "بطاقتي ٤١١١ ١١١١ ١١١١ ١١١١ وتنتهي 12/27",
                "card 5555 5555 5555 4444 12 27 cvv 123",
                "378282246310005",
                "3782 822463 10005",
                "30569309025904",
                "my number 07701234567 4111 1111 1111 1111",
                "6011000990139424"
            })
    void a_card_is_found_and_its_digits_are_hidden(String text) {
        assertThat(CardNumbers.in(text)).isTrue();
        var masked = CardNumbers.mask(text);
        assertThat(masked)
                .contains("•••• ")
                .doesNotContain("1111 1111")
                .doesNotContain("11111111")
                .doesNotContain("5555 5555");
        assertThat(CardNumbers.in(masked)).as("what is stored still tells").isTrue();
        assertThat(CardNumbers.mask(masked)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "07701234567",
                "+964 770 123 4567",
                "009647701234567",
                "0770 123 4567 0780 987 6543",
                "07701234567 07809876543",
                "4111111111111112",
                "356938035643809", // the number of a device
                "5901234123457", // an article
                "السعر 25000 والتوصيل 5000",
                "38 39 40 41 42 43 44 45",
                "SN-7K3F-9QXM",
                "2026-11-29 12:30"
            })
    void what_is_no_card_stays_as_it_is(String text) {
        assertThat(CardNumbers.in(text)).isFalse();
        assertThat(CardNumbers.mask(text)).isEqualTo(text);
    }

    @Test
    void what_stands_around_a_card_stays() {
        assertThat(CardNumbers.mask("pay with 4111 1111 1111 1111, please")).isEqualTo("pay with •••• 1111, please");
    }
}
