package iq.sendy.stores.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {

    @ParameterizedTest
    @CsvSource({
        "Flora Baghdad, flora-baghdad",
        "' -- Café  déjà -- ', cafe-deja",
        "زهور بغداد, zhwr-bghdad",
        "مُحَمَّد, mhmd",
        "!!!, new-store",
        "😀, new-store",
        "Store, store-store",
        "a, a-store",
        "admin, admin-store",
        "ab😀cd, ab-cd"
    })
    void a_name_is_spelt_in_latin(String name, String slug) {
        assertThat(Slug.fromName(name).value()).isEqualTo(slug);
    }

    @Test
    void a_long_name_is_cut_and_never_ends_in_a_hyphen() {
        assertThat(Slug.fromName("a".repeat(50)).value()).isEqualTo("a".repeat(40));
        assertThat(Slug.fromName("a".repeat(39) + " b").value()).isEqualTo("a".repeat(39));
        assertThat(Slug.fromName("a".repeat(38) + " bc").value()).isEqualTo("a".repeat(38) + "-b");
        assertThat(Slug.fromName("\u0316\u0301".repeat(100_000) + "abc").value())
                .isEqualTo("abc");
    }

    @ParameterizedTest
    @CsvSource({
        "abc, true",
        "a-c, true",
        "ab, false",
        "-ab, false",
        "ab-, false",
        "aBc, false",
        "a_c, false",
        "'', false"
    })
    void three_to_fifty_plain_characters_make_a_slug(String word, boolean valid) {
        assertThat(Slug.valid(word)).isEqualTo(valid);
        assertThat(Slug.valid("a".repeat(50))).isTrue();
        assertThat(Slug.valid("a".repeat(51))).isFalse();
    }
}
