package iq.sendy.agent.model;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.kernel.Phone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers in what customers write. */
class PhoneInTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "07701234567",
                "رقمي 0770 123 4567 شكراً",
                "رقمي:٠٧٧٠١٢٣٤٥٦٧",
                "ژمارەکەم ۰۷۷۰ ۱۲۳ ۴۵۶۷ ە",
                "+964 770 123 4567",
                "(0770) 123-4567",
                "اسمي زينب، 15 شارع 3، 0770-123-4567",
                "00964770123456 غلط، الصحيح 009647701234567",
                "hejmara min 0770.123.4567.",
                "0770 123 4567 / 0780 765 4321"
            })
    void the_first_mobile_number_is_read(String text) {
        assertThat(PhoneInText.first(text)).contains(new Phone("9647701234567"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "اريد 2 قطعة بـ 25,000",
                "4111 1111 1111 1111",
                "077012345678901",
                "0770123",
                "الطلب SN-7K3F-9QXM",
                "01-7701234567890",
                ""
            })
    void other_numbers_are_none(String text) {
        assertThat(PhoneInText.first(text)).isEmpty();
    }

    @Test
    void all_numbers_of_a_text_are_read_in_their_order() {
        assertThat(PhoneInText.all("0770 123 4567 أو 0780 765 4321"))
                .containsExactly(new Phone("9647701234567"), new Phone("9647807654321"));
    }
}
