package iq.sendy.printing;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.kernel.Currency;
import iq.sendy.orders.DeliveryMode;
import iq.sendy.orders.FulfillmentType;
import iq.sendy.orders.PaymentMethod;
import iq.sendy.printing.paper.Printable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The words and numbers on paper. */
class PaperWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|IQD|0",
                "999|IQD|999",
                "1000|IQD|1,000",
                "25000|IQD|25,000",
                "1000000000|IQD|1,000,000,000",
                "-7000|IQD|-7,000",
                "-250|IQD|-250",
                "5|USD|0.05",
                "123456789|USD|1,234,567.89",
                "100|USD|1.00"
            })
    void amounts_have_western_digits_and_thousands_whatever_the_machine_speaks(
            long minor, Currency currency, String written) {
        var before = Locale.getDefault();
        Locale.setDefault(Locale.of("ar", "IQ"));
        try {
            assertThat(PaperWords.amount(minor, currency)).isEqualTo(written);
            assertThat(PaperWords.time(Instant.parse("2026-11-26T21:30:00Z"), ZoneId.of("Asia/Baghdad")))
                    .isEqualTo(Printable.leftToRight("2026-11-27 00:30"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "ckb", "en"})
    void every_word_is_there_in_every_language(String language) {
        var words = new PaperWords(language);

        for (var currency : Currency.values()) {
            assertThat(words.money(1_000, currency)).isNotBlank();
        }
        for (var method : PaymentMethod.values()) {
            assertThat(words.text("payment." + method)).isNotBlank();
        }
        for (var mode : DeliveryMode.values()) {
            assertThat(words.text("delivery." + mode)).isNotBlank();
        }
        for (var type : FulfillmentType.values()) {
            assertThat(words.text("fulfilment." + type)).isNotBlank();
        }
    }

    @Test
    void the_three_languages_have_the_same_words() {
        var control = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
        var english = ResourceBundle.getBundle("i18n/paper", Locale.ROOT, control);
        for (var language : new String[] {"ar", "ckb"}) {
            var other = ResourceBundle.getBundle("i18n/paper", Locale.of(language), control);
            // A missing word would be answered in English by its parent.
            for (var key : english.keySet()) {
                if (!key.startsWith("currency.")) {
                    assertThat(other.getString(key)).as(language + " " + key).doesNotMatch("[A-Za-z ]+");
                }
            }
        }
    }
}
