package iq.sendy.platform.pages;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.AwkwardText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What merchants wrote, as it stands in a page. */
class RichTextTest {

    static List<AwkwardText> awkward() {
        return AwkwardText.ALL;
    }

    @Test
    void nothing_is_nothing() {
        assertThat(RichText.html(null)).isEmpty();
        assertThat(RichText.html(" \n ")).isEmpty();
    }

    @Test
    void plain_text_keeps_its_lines_and_paragraphs() {
        assertThat(RichText.html("ورد جوري\r\nأحمر\n \n\n3 < 5 & \"more\" I <3 it"))
                .isEqualTo("<p dir=\"auto\">ورد جوري<br />أحمر</p>"
                        + "<p dir=\"auto\">3 &lt; 5 &amp; &#34;more&#34; I &lt;3 it</p>");
        assertThat(RichText.html("<b>bold</b>\nline")).isEqualTo("<p dir=\"auto\"><b>bold</b><br />line</p>");
    }

    @Test
    void what_has_blocks_of_its_own_is_not_divided_again() {
        assertThat(RichText.html("<h2>Care</h2>\n<ul>\n<li>water</li>\n</ul>\n<P>daily</P>"))
                .isEqualToIgnoringWhitespace(
                        "<h2 dir=\"auto\">Care</h2><ul><li dir=\"auto\">water</li></ul>" + "<p dir=\"auto\">daily</p>");
        assertThat(RichText.html("<h1>a</h1><div><strong>b</strong> <em>c</em></div>"))
                .isEqualTo("<h2 dir=\"auto\">a</h2><p dir=\"auto\"><b>b</b> <i>c</i></p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://example.com/a?b=1", "HTTPS://example.com", "mailto:a@example.com", "tel:+9647701234567"
            })
    void links_lead_out_without_credit_or_reach(String address) {
        assertThat(RichText.html("<a href=\"" + address + "\" class=x style=\"color:red\" target=_blank>x</a>"))
                .startsWith("<p dir=\"auto\"><a href=\"")
                .endsWith("\" rel=\"noopener nofollow ugc\">x</a></p>")
                .doesNotContain("class", "style", "target");
    }

    @ParameterizedTest
    @CsvSource({
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java&#x09;script:alert(1)",
        "&#106;avascript:alert(1)",
        "data:text/html;base64,PHNjcmlwdD4=",
        "vbscript:x",
        "http://example.com",
        "//example.com",
        "/app/orders",
        "?delete",
        "#x"
    })
    void no_other_address_stays(String address) {
        assertThat(RichText.html("<a href=\"" + address + "\">x</a>"))
                .doesNotContain("javascript:", "data:", "vbscript", "/app", "http://", "?delete", "#x\"", "href=\"//");
    }

    @Test
    void only_known_elements_and_no_attributes_but_ours_are_left() {
        var html = RichText.html("<script>alert(1)</script><style>*{}</style><img src=x onerror=alert(1)><svg onload=x>"
                + "<iframe src=https://x></iframe><p id=a class=b style=c dir=rtl onclick=d th:text=e hx-get=f>t</p>"
                + "<form action=x><input name=y><button>z</button></form><math><mi>m</mi></math><template>q</template>"
                + "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript><!-- c --><base href=//x>"
                + "<meta http-equiv=refresh content=0><object data=x></object><u>u</u>");
        var tags = html.replaceAll("<p dir=\"auto\">|</?(?:p|u|b|i|br|ul|ol|li)(?: /)?>", "");

        assertThat(tags).doesNotContain("<").doesNotContain("=");
        assertThat(html).contains("<p dir=\"auto\">t</p>", "<u>u</u>");
    }

    @Test
    void what_is_too_long_is_cut_between_letters() {
        var cut = RichText.html("😀".repeat(RichText.MOST));
        assertThat(cut.split("&#x1f600;", -1)).hasSize(RichText.MOST / 2 + 1);
        assertThat(RichText.html("a" + "😀".repeat(RichText.MOST)))
                .doesNotContain("\uFFFD", "&#xd83d;")
                .endsWith("</p>");
    }

    @ParameterizedTest
    @MethodSource("awkward")
    void awkward_text_costs_what_letters_do(AwkwardText awkward) {
        awkward.texts(RichText.MOST)
                .forEach(text ->
                        assertThat(AwkwardText.more(RichText::html, text)).isLessThan(AwkwardText.MOST_NANOS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<",
                "<<<b>",
                "<b>",
                "<a href=https://x>",
                "<p>",
                "</p>",
                "<ul><li>",
                "<svg><foo></svg>",
                "<!--",
                "<![CDATA[",
                "&",
                "&#",
                "&amp",
                "<a b=c ",
                "<table><tr><td>x",
                "<template><table><form>x",
                "<b><i><a href=https://x>q</zzz>",
                "<p title=\"",
                "<style><",
                "\n\n<b>",
                "<select><option>",
                "<div><p>",
                "<h1><h2>"
            })
    void markup_that_never_ends_costs_what_letters_do(String unit) {
        var text = unit.repeat(RichText.MOST / unit.length());
        assertThat(AwkwardText.more(RichText::html, text)).as(unit).isLessThan(AwkwardText.MOST_NANOS);
        assertThat(RichText.html(text).length()).isLessThan(40 * RichText.MOST);
    }
}
