package iq.sendy.catalog.model;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.kernel.SearchText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words as people say them: what they may be inflections of, and what they are a slip of the finger away from. */
class SearchWordsTest {

    private static boolean finds(String said, String name) {
        var folded = SearchText.fold(name);
        return SearchWords.of(said).words().stream()
                .flatMap(word -> word.stems().stream())
                .anyMatch(folded::contains);
    }

    @ParameterizedTest
    @CsvSource({
        "عندكم العطر؟, عطر رجالي",
        "بالعطور الرجاليه, عطور",
        "شكد سعر الساعات, ساعة يد",
        "اريد للقميص, قميص أبيض",
        "چەند دەبێت کراسەکە, کراسی سپی",
        "کراسەکانتان هەیە؟, کراس",
        "ez kirasekî dixwazim, Kiras",
        "do you have shoes?, Shoe rack",
        "how much are the watches, Watch Classic"
    })
    void an_inflected_word_finds_its_stem(String said, String name) {
        assertThat(finds(said, name)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "عطير, عطر",
        "قمييص, قميص",
        "قميس, قميص أبيض",
        "iphnoe, iPhone 17",
        "samsnug, Samsung",
        "جزمه, جزمات",
        "کراش, کراس"
    })
    void a_misspelt_word_resembles_what_was_meant(String said, String name) {
        assertThat(SearchWords.of(said).resembling(name)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"ورد, برد", "قميص, قماش", "شاي, شال", "تلفزيون, تلفون"})
    void other_words_do_not(String said, String name) {
        assertThat(SearchWords.of(said).resembling(name)).isZero();
    }

    @Test
    void what_names_nothing_is_not_looked_for() {
        assertThat(SearchWords.of("هلو شكد سعر؟ 🌹").words()).isEmpty();
        assertThat(SearchWords.of("").words()).isEmpty();
    }

    @Test
    void a_long_sentence_has_six_words_at_most() {
        assertThat(SearchWords.of("ورد ".repeat(3) + "كتاب قلم دفتر طاولة كرسي سرير خزانة")
                        .words())
                .hasSize(6);
        assertThat(SearchWords.of("ا".repeat(9_000)).words()).hasSize(1);
    }

    @Test
    void a_pattern_of_a_word_takes_what_is_special_in_it_for_itself() {
        assertThat(SearchWords.of("100%").words().getFirst().patterns()).containsExactly("%100%");
    }
}
