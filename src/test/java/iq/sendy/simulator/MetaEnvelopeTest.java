package iq.sendy.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.meta.ChannelType;
import iq.sendy.meta.MetaSignature;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the simulator delivers is spelt and signed as Meta does it. */
class MetaEnvelopeTest {

    private static final SimulatedAccount ACCOUNT =
            new SimulatedAccount(ChannelType.WHATSAPP, "500000000000001", "+964 780 000 0001", "token", "secret");

    @Test
    void letters_beyond_ascii_and_slashes_are_escaped_and_the_signature_is_over_that() {
        var message = MetaEnvelope.object().put("id", "wamid.TEST").put("type", "text");
        message.putObject("text").put("body", "شلون السعر؟ 🌹 a/b \"c\"");

        var delivery = MetaEnvelope.message(ACCOUNT, SimulatedCustomer.ZAINAB, message);

        var body = delivery.body().toArray();
        var spelling = new String(body, StandardCharsets.UTF_8);
        assertThat(spelling)
                .contains("\\u0634\\u0644\\u0648\\u0646")
                .contains("\\ud83c\\udf39")
                .contains("a\\/b \\\"c\\\"")
                .contains("\"display_phone_number\":\"9647800000001\",\"phone_number_id\":\"500000000000001\"")
                .matches("\\p{ASCII}+");
        assertThat(MetaSignature.verifies("secret", body, delivery.signature())).isTrue();
        assertThat(Objects.requireNonNull(MetaEnvelope.read(body))
                        .at("/entry/0/changes/0/value/messages/0/text/body")
                        .stringValue())
                .isEqualTo("شلون السعر؟ 🌹 a/b \"c\"");
    }

    @Test
    void a_customer_without_a_number_has_none_in_any_field() {
        var body = MetaEnvelope.message(ACCOUNT, SimulatedCustomer.DILNIA, MetaEnvelope.object())
                .body()
                .toArray();

        assertThat(new String(body, StandardCharsets.UTF_8))
                .contains("\"user_id\":\"IQ.7788990011220004\"")
                .doesNotContain("wa_id", "\"from\"");
    }
}
