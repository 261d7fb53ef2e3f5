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

    @Test
    void a_file_is_found_in_a_form_of_parts() {
        var form = """
                --XX\r
                Content-Disposition: form-data; name="messaging_product"\r
                \r
                whatsapp\r
                --XX\r
                Content-Disposition: form-data; name="file"; filename="a.jpg"\r
                Content-Type: image/jpeg\r
                \r
                \u00ff\u00d8\r
                --X\r
                --XX--\r
                """;

        var file = UploadedForm.read(
                        "multipart/form-data; boundary=XX",
                        iq.sendy.kernel.Bytes.of(form.getBytes(StandardCharsets.ISO_8859_1)))
                .orElseThrow();

        assertThat(file.mimeType()).isEqualTo("image/jpeg");
        assertThat(file.fileName()).isEqualTo("a.jpg");
        assertThat(new String(file.content().toArray(), StandardCharsets.ISO_8859_1))
                .isEqualTo("\u00ff\u00d8\r\n--X");
        assertThat(UploadedForm.read("text/plain", iq.sendy.kernel.Bytes.of(new byte[0])))
                .isEmpty();
    }
}
