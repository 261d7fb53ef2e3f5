package iq.sendy.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhenTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-20T10:00:00+03:00",
                "2026-11-20T10:00:00+0300",
                "2026-11-20T10:00:00+03",
                "2026-11-20T10:00+03",
                "2026-11-20T10:00:00.000+0300",
                "2026-11-20t07:00:00z",
                "2026-11-20T02:00:00-05",
                "2026-11-20T02:00:00-0500",
                "٢٠٢٦-١١-٢٠T١٠:٠٠:٠٠+٠٣٠٠"
            })
    void an_offset_may_be_written_in_each_form_of_iso_8601(String typed) {
        assertThat(When.parse(typed)).contains(new When.At(Instant.parse("2026-11-20T07:00:00Z")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-20T10:00:00",
                "2026-11-20T10:00:00+3",
                "2026-11-20T10:00:00+030",
                "2026-11-20T10:00:00+3:00",
                "2026-11-20T10:00:00+030000",
                "2026-11-20T10:00:00+1900",
                "2026-11-20T10:00:00ZZ",
                "2026-11-20+03",
                "2026-11-20-0300",
                "20261120T100000+0300",
                "+10000-01-01T00:00:00Z",
                "-0001-01-01T00:00:00Z"
            })
    void what_could_mean_two_things_is_no_time(String typed) {
        assertThat(When.parse(typed)).isEmpty();
    }

    /** The instant counts, whatever year its offset makes of it. */
    @ParameterizedTest
    @CsvSource({
        "1900-01-01T00:00:00Z, true",
        "1899-12-31T10:00:00Z, true",
        "1899-12-31T09:59:59.999Z, false",
        "1900-01-01T00:00:00+14:00, true",
        "1899-12-31T23:59:59+14:00, false",
        "1899-12-31T22:00:00-03:00, true",
        "9999-12-31T23:59:59.999Z, true",
        "9999-12-31T23:00:00-03:00, false",
        "+10000-01-01T00:00:00+03:00, true",
        "1900-01-01, true",
        "1899-12-31, false",
        "9999-12-31, true"
    })
    void years_have_four_digits(String typed, boolean taken) {
        assertThat(When.parse(typed).isPresent()).isEqualTo(taken);
    }

    @Test
    void the_first_day_of_1900_is_taken_wherever_the_store_is() {
        var first = When.parse("1900-01-01").orElseThrow();

        assertThat(ZoneId.getAvailableZoneIds()).allMatch(name -> When.storable(first.start(ZoneId.of(name))));
    }

    @Test
    void what_is_storable_in_any_zone_is_taken_back() {
        for (var name : ZoneId.getAvailableZoneIds()) {
            for (var day : new String[] {"1900-01-01", "1900-01-02", "9999-12-30", "9999-12-31"}) {
                var when = When.parse(day).orElseThrow();
                for (var instant : new Instant[] {when.start(ZoneId.of(name)), when.end(ZoneId.of(name))}) {
                    assertThat(When.parse(instant.toString()).isPresent())
                            .as(name + " " + day)
                            .isEqualTo(When.storable(instant));
                }
            }
        }
    }
}
