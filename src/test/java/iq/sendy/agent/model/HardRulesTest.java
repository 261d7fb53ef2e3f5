package iq.sendy.agent.model;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.agent.HandOffReason;
import iq.sendy.meta.MessageKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HardRulesTest {

    @Test
    void each_line_goes_where_its_words_send_it() throws IOException {
        var wrong = new ArrayList<String>();
        for (var line : table()) {
            var tab = line.indexOf('\t');
            var told = HardRules.judge(line.substring(tab + 1), MessageKind.TEXT)
                    .map(HandOffReason::toString)
                    .orElse("agent");
            if (!told.equals(line.substring(0, tab))) {
                wrong.add(line + " went to " + told);
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void a_masked_card_is_still_one() {
        assertThat(HardRules.judge("بطاقتي •••• 1111", MessageKind.TEXT)).contains(HandOffReason.PAYMENT_DATA);
    }

    @ParameterizedTest
    @EnumSource(
            value = MessageKind.class,
            names = {
                "IMAGE",
                "VIDEO",
                "AUDIO",
                "DOCUMENT",
                "CONTACTS",
                "SHARE",
                "STORY_MENTION",
                "UNSUPPORTED",
                "UNKNOWN"
            })
    void what_a_model_can_not_see_goes_to_people(MessageKind kind) {
        assertThat(HardRules.judge(null, kind)).contains(HandOffReason.UNREADABLE_MEDIA);
        assertThat(HardRules.judge("عدكم مثل هذا؟", kind)).contains(HandOffReason.UNREADABLE_MEDIA);
        assertThat(HardRules.judge("اريد فلوسي", kind)).contains(HandOffReason.REFUND);
    }

    @ParameterizedTest
    @EnumSource(
            value = MessageKind.class,
            names = {"TEXT", "STICKER", "BUTTON"})
    void what_needs_no_eyes_does_not(MessageKind kind) {
        assertThat(HardRules.judge(null, kind)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = MessageKind.class,
            names = {"LOCATION", "INTERACTIVE", "ORDER"})
    void a_place_a_basket_and_a_form_go_to_people_where_no_words_stand_beside_them(MessageKind kind) {
        assertThat(HardRules.judge(null, kind)).contains(HandOffReason.UNREADABLE_MEDIA);
        assertThat(HardRules.judge(" ", kind)).contains(HandOffReason.UNREADABLE_MEDIA);
        assertThat(HardRules.judge("توصيل اليوم", kind)).isEmpty();
    }

    private static List<String> table() throws IOException {
        try (var in = Objects.requireNonNull(HardRulesTest.class.getResourceAsStream("/agent/hand-offs.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
