package iq.sendy.agent.model;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.kernel.Currency;
import iq.sendy.kernel.Phone;
import org.junit.jupiter.api.Test;

/** What the shop's people wrote is true of the shop. */
class TextFactsTest {

    @Test
    void amounts_are_read_with_their_separators_and_thousands() {
        assertThat(TextFacts.of("التوصيل 5,000 دينار، ومجاني فوق ٧٥ ألف. گەیاندن ٣٬٥٠٠ یان 4 هەزار", Currency.IQD)
                        .amounts())
                .contains(5_000L, 75_000L, 3_500L, 4_000L);
    }

    @Test
    void links_and_phones_are_read_without_what_ends_their_sentence() {
        var facts = TextFacts.of(
                "راسلنا (https://sendy.example/s/ward)، أو https://t.me/ward. الهاتف 0770 123 4567.", Currency.IQD);
        assertThat(facts.amounts()).isEmpty();
        assertThat(facts.urls()).containsExactlyInAnyOrder("https://sendy.example/s/ward", "https://t.me/ward");
        assertThat(facts.phones()).containsExactly(new Phone("9647701234567"));
    }

    @Test
    void a_text_of_digits_is_no_number() {
        assertThat(TextFacts.of("9".repeat(2_000), Currency.IQD).amounts()).isEmpty();
    }

    @Test
    void hours_and_days_of_a_text_allow_no_price() {
        assertThat(TextFacts.of("نوصل خلال 24 ساعة، والدوام من 9 صباحاً. التوصيل داخل بغداد 5 آلاف", Currency.IQD)
                        .amounts())
                .containsExactly(5_000L);
    }
}
