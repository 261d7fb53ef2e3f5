package iq.sendy.agent;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.agent.Knowledge.KnownText;
import iq.sendy.messaging.ReplyLanguage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the agent knows of a shop, and how it reads what was written with some HTML. */
class KnowledgeTest {

    private static KnownText text(KnowledgeTopic topic, String answer, @Nullable ReplyLanguage language) {
        return new KnownText(topic, null, answer, language);
    }

    @Test
    void it_is_told_in_the_customers_language_where_it_is_known_in_that() {
        var all = text(KnowledgeTopic.DELIVERY, "كل المحافظات", null);
        var english = text(KnowledgeTopic.DELIVERY, "Everywhere", ReplyLanguage.EN);
        var arabic = text(KnowledgeTopic.RETURNS, "ثلاثة أيام", ReplyLanguage.AR);
        var knowledge = new Knowledge(List.of(all, english, arabic));

        assertThat(knowledge.about(KnowledgeTopic.DELIVERY, ReplyLanguage.EN)).containsExactly(all, english);
        assertThat(knowledge.about(KnowledgeTopic.DELIVERY, ReplyLanguage.CKB)).containsExactly(all);
        assertThat(knowledge.about(KnowledgeTopic.RETURNS, ReplyLanguage.CKB)).containsExactly(arabic);
        assertThat(knowledge.about(KnowledgeTopic.PAYMENT, ReplyLanguage.AR)).isEmpty();
    }

    @Test
    void as_many_whole_texts_are_taken_as_have_room() {
        var small = text(KnowledgeTopic.ABOUT, "12345", null);
        var large = text(KnowledgeTopic.ABOUT, "1234567890", null);
        var asked = new KnownText(KnowledgeTopic.FAQ, "123", "45", null);

        assertThat(new Knowledge(List.of(small, large, asked)).within(10).texts())
                .containsExactly(small, asked);
        assertThat(new Knowledge(List.of(small)).within(4)).isEqualTo(Knowledge.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>أول</p><p>ثاني</p>|أول/ثاني",
                "a<br>b<br/>c|a/b/c",
                "<ul><li>one</li><li>two</li></ul>|one/two",
                "<b>bold</b> &amp; <a href=\"https://x.iq\">link</a>|bold & link",
                "1 < 2 & 3 > 2|1 < 2 & 3 > 2",
                "five <five|five <five",
                "&lt;script&gt; &unknown;|<script> &unknown;",
                "'  a  \n\n  b  '|a/b",
                "<script>alert(1)</script>|alert(1)",
            })
    void of_html_the_words_and_the_lines_are_left(String written, String plain) {
        assertThat(PlainText.of(written, 2_000).replace('\n', '/')).isEqualTo(plain);
    }

    @Test
    void a_text_is_cut_between_letters() {
        assertThat(PlainText.of("a".repeat(3_000), 2_000)).hasSize(2_000);
        assertThat(PlainText.of("ab\uD83C\uDF39", 3)).isEqualTo("ab");
        assertThat(PlainText.of("<".repeat(10_000) + "a".repeat(10), 2_000)).hasSize(2_000);
        assertThat(PlainText.of("<a".repeat(5_000), 9_999)).hasSize(9_999);
    }
}
