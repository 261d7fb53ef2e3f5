package iq.sendy.meta;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.platform.api.Messages;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of Meta's codes, row by row, and what people read of each. */
class GraphErrorsTest {

    private static final List<Locale> LANGUAGES = List.of(Locale.ROOT, Locale.of("ar"), Locale.of("ckb"));

    private final Messages messages = new Messages();

    @ParameterizedTest(name = "{0}/{1}: {2}")
    @CsvSource({
        "0, , CHANNEL_AUTH",
        "190, , CHANNEL_AUTH",
        "190, 458, CHANNEL_AUTH",
        "190, 460, CHANNEL_AUTH",
        "190, 463, CHANNEL_AUTH",
        "3, , CHANNEL_AUTH",
        "10, , CHANNEL_AUTH",
        "10, 1, CHANNEL_AUTH",
        "200, , CHANNEL_AUTH",
        "230, , CHANNEL_AUTH",
        "299, , CHANNEL_AUTH",
        "133010, , CHANNEL_AUTH",
        "133016, , CHANNEL_AUTH",
        "1, , TRANSIENT",
        "2, , TRANSIENT",
        "131000, , TRANSIENT",
        "131016, , TRANSIENT",
        "131057, , TRANSIENT",
        "4, , CHANNEL_LIMIT",
        "80007, , CHANNEL_LIMIT",
        "130429, , CHANNEL_LIMIT",
        "613, , CHANNEL_LIMIT",
        "131056, , CONVERSATION_LIMIT",
        "131048, , POLICY",
        "131049, , POLICY",
        "368, , POLICY",
        "131031, , POLICY",
        "130497, , POLICY",
        "131047, , WINDOW_CLOSED",
        "10, 2534022, WINDOW_CLOSED",
        "131026, , PERMANENT",
        "131021, , PERMANENT",
        "131030, , PERMANENT",
        "131042, , BILLING",
        "131008, , PERMANENT",
        "131009, , PERMANENT",
        "100, , PERMANENT",
        "33, , PERMANENT",
        "131051, , PERMANENT",
        "131052, , MEDIA",
        "131053, , MEDIA",
        "131062, , PERMANENT",
        "132000, , PERMANENT",
        "132001, , PERMANENT",
        "132005, , PERMANENT",
        "132007, , PERMANENT",
        "132012, , PERMANENT",
        "132015, , PERMANENT",
        "132016, , PERMANENT",
        "300, , PERMANENT",
        "199, , PERMANENT",
        "999999, , PERMANENT",
        "nonsense, , PERMANENT",
        "http.404, , TRANSIENT",
        "http.429, , CHANNEL_LIMIT",
    })
    void each_code_has_its_class_and_is_explained_in_three_languages(
            String code, @Nullable String subcode, GraphErrorClass errorClass) {
        var error = GraphError.of(code, subcode, "Meta's words", null);

        assertThat(error.errorClass()).isEqualTo(errorClass);
        var texts = LANGUAGES.stream()
                .map(language -> messages.text(error.explanation(), language, List.of(code)))
                .toList();
        assertThat(texts).doesNotHaveDuplicates().allSatisfy(text -> {
            assertThat(text).contains(code).doesNotContain("{0}").doesNotContain("meta_");
        });
    }

    @Test
    void the_window_is_explained_as_a_window_on_both_services() {
        assertThat(GraphError.of("10", "2534022", "", null).explanation())
                .isEqualTo(GraphError.of("131047", null, "", null).explanation())
                .isNotEqualTo(GraphError.of("10", null, "", null).explanation());
    }

    @Test
    void an_error_of_a_delivery_is_classed_by_the_same_table() {
        var error = GraphError.of(new MetaTrouble("131047", "Re-engagement message", "more than 24 hours"));

        assertThat(error.errorClass()).isEqualTo(GraphErrorClass.WINDOW_CLOSED);
        assertThat(error.message()).isEqualTo("more than 24 hours");
    }

    @Test
    void what_is_written_into_a_log_has_neither_words_nor_names() {
        assertThat(GraphError.of("10", "2534022", "to +964 770 123 4567", null)).hasToString("WindowClosed 10/2534022");
        assertThat(new MessageRecipient(IdentityKind.WA_ID, "9647701234567").toString())
                .doesNotContain("964");
        assertThat(new OutboundText("سعر").toString()).doesNotContain("سعر");
        assertThat(new ContactRequest("رقمك").toString()).doesNotContain("رقمك");
        assertThat(OutboundMedia.linked(MessageKind.IMAGE, "https://cdn.example.test/secret", "سعر")
                        .toString())
                .doesNotContain("secret")
                .doesNotContain("سعر");
        assertThat(new OutboundButtons("سعر", List.of(new ReplyButton("a", "نعم"))).toString())
                .doesNotContain("سعر")
                .doesNotContain("نعم");
        assertThat(GraphAccount.whatsApp("1", "EAAG-secret").toString()).doesNotContain("secret");
    }
}
