package iq.sendy.shop.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a shop where no markup is read: in previews of links and to search engines. */
class PlainLineTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "null", textBlock = """
            <p>ورد <b>طبيعي</b></p><ul><li>أحمر</li></ul> | ورد طبيعي أحمر
            Tom &amp; Jerry&nbsp;&lt;3                    | Tom & Jerry <3
            a < b                                        | a
            <script>alert(1)</script>ورد                  | ورد
            A<STYLE type='x'>p { } </p> </style >B        | A B
            <script>alert(1)                              | null
            <style>a</script>b</style>c                   | c
            &#0;&nbsp;                                    | null
            """)
    void markup_and_what_no_page_shows_are_left_out(String written, String line) {
        assertThat(PlainLine.of(written, 100)).isEqualTo(line);
    }
}
