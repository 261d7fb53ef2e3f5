package iq.sendy.platform.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import iq.sendy.kernel.Currency;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.api.Violation;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;

/** What people type into the fields of a page, and what programs send instead. */
class FormBinderTest {

    record Price(@Amount @Nullable Long price) {}

    private static Bound<Price> typed(String price) {
        return FormBinder.bind(Price.class, Map.of("price", new String[] {price}), Currency.USD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,250      | 125000",
                "1,250,000  | 125000000",
                "12,500.75  | 1250075",
                "' 12,500 ' | 1250000",
                "12500      | 1250000",
                "12.5       | 1250",
                "١٢٬٥٠٠     | 1250000",
                "١٢،٥٠٠     | 1250000",
                "۱۲,۵۰۰     | 1250000",
                "٩٫٩٩       | 999",
                "١٢٬٥٠٠٫٧٥  | 1250075"
            })
    void commas_of_thousands_are_no_part_of_a_number_and_its_digits_have_a_decimal_sign(String typed, long cents) {
        assertThat(typed(typed).value().price()).isEqualTo(cents);
    }

    /** To who types it, it is a decimal: dropped, it makes ten or a hundred times the amount. */
    @ParameterizedTest
    @ValueSource(
            strings = {"2,5", "12,50", "١٢،٥", "1,2500", "1,25,000", "1.000,000", ",500", "1,,250", "2٬5", "2٫5٫0"})
    void any_other_comma_is_a_fault(String typed) {
        assertThat(typed(typed).problems().faults()).extracting(Violation::code).containsExactly("field.invalid");
    }

    /** Nobody means a fraction of a dinar: a point before three digits parts thousands, as many write them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "25.000     | 25000",
                "1.250.000  | 1250000",
                "1,250.000  | 1250000",
                "٢٥.٠٠٠     | 25000",
                "1,250,000  | 1250000",
                "25.00      | 25",
                "1250000    | 1250000"
            })
    void points_part_thousands_where_there_are_no_fractions(String typed, long dinars) {
        var bound = FormBinder.bind(Price.class, Map.of("price", new String[] {typed}), Currency.IQD);
        assertThat(bound.value().price()).isEqualTo(dinars);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1.5 | money.fraction", "1.25.000 | field.invalid", "1.000.00 | field.invalid"})
    void other_points_are_faults_there(String typed, String code) {
        var bound = FormBinder.bind(Price.class, Map.of("price", new String[] {typed}), Currency.IQD);
        assertThat(bound.problems().faults()).extracting(Violation::code).containsExactly(code);
    }

    record Named(@Text(Text.NAME) @Nullable String name) {}

    @ParameterizedTest
    @ValueSource(strings = {"\0", "ro\0se", "\uD800", "rose\uDC00"})
    void what_no_database_stores_is_refused_as_in_a_body(String typed) {
        var sent = Map.of("name", new String[] {typed});
        assertThatThrownBy(() -> FormBinder.bind(Named.class, sent, Currency.USD))
                .isInstanceOfSatisfying(RequestRejected.class, refused -> {
                    assertThat(refused.status()).isEqualTo(HttpStatus.BAD_REQUEST);
                });
    }
}
