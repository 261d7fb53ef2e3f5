package iq.sendy.webhooks.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import iq.sendy.kernel.Bytes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The worked vectors that integrators were given, and what a signer gets wrong. */
class SignaturesTest {

    private static final SigningSecret A = SigningSecret.of("whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
    private static final SigningSecret B = SigningSecret.of("whsec_//79/Pv6+fj39vX08/Lx8O/u7ezr6uno5+bl5OPi4eA=");

    private static final String FIRST_ID = "evt_01a19664-7bcb-71a2-8123-456789abcdef";
    private static final String FIRST =
            "{\"event_id\":\"evt_01a19664-7bcb-71a2-8123-456789abcdef\",\"event_type\":\"order.created\","
                    + "\"occurred_at\":\"2026-11-01T09:15:30.123Z\",\"store_id\":\"01a0f67a-3800-70aa-8011-223344556677\","
                    + "\"resource\":{\"type\":\"order\",\"id\":\"01a19664-7bc8-70bb-a233-445566778899\",\"sequence\":1},"
                    + "\"data\":{\"number\":1042,\"publicId\":\"SN-7K3F-9QXM\",\"status\":\"Pending\","
                    + "\"customerName\":\"زينب علي\",\"total\":55000,\"currency\":\"IQD\"}}";

    private static final String SECOND_ID = "evt_01a19668-9bf4-73b4-8fed-cba987654321";
    private static final String SECOND =
            "{\"event_id\":\"evt_01a19668-9bf4-73b4-8fed-cba987654321\",\"event_type\":\"inventory.updated\","
                    + "\"occurred_at\":\"2026-11-01T09:20:00.500Z\",\"store_id\":\"01a0f67a-3800-70aa-8011-223344556677\","
                    + "\"resource\":{\"type\":\"inventory_item\",\"id\":\"01a10b81-8500-70cc-b344-5566778899aa\","
                    + "\"sequence\":17},\"data\":{\"sku\":\"ROSE-12\",\"quantityOnHand\":8,\"quantityReserved\":3,"
                    + "\"quantityAvailable\":5}}";

    private static Bytes bytes(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void one_secret_signs_arabic_text_as_the_first_vector_says() {
        var headers = Signatures.headers(
                FIRST_ID,
                EventType.ORDER_CREATED,
                1,
                Instant.ofEpochSecond(1_793_524_530),
                bytes(FIRST),
                List.of(A),
                false);

        assertThat(headers)
                .containsEntry("X-Sendy-Event-Id", FIRST_ID)
                .containsEntry("X-Sendy-Signature", "7189d456157c9eda5d469744f151faaa4cb01adf8f0cc3e9f1d1a0e35cb2372e")
                .containsEntry("webhook-id", FIRST_ID)
                .containsEntry("webhook-timestamp", "1793524530")
                .containsEntry("webhook-signature", "v1,hp4PQ/fejZrz5KaX9yVPpirVM7LQySTOgxHvPnjQYTQ=")
                .containsEntry("X-Sendy-Attempt", "1")
                .doesNotContainKey("X-Sendy-Signature-Previous");
    }

    @Test
    void in_a_rotation_both_secrets_sign_as_the_second_vector_says() {
        var at = Instant.ofEpochSecond(1_793_524_805);
        var headers =
                Signatures.headers(SECOND_ID, EventType.INVENTORY_UPDATED, 1, at, bytes(SECOND), List.of(B, A), false);

        assertThat(headers)
                .containsEntry("X-Sendy-Signature", "adad7ac414bf29418816b34be18cef7f66620df5da65a51b3d409b61b23944c0")
                .containsEntry(
                        "X-Sendy-Signature-Previous",
                        "421f045315f5312b9891b7a3fcf8c7e717f2366a34f2600ed2f7a90c9203236c")
                .containsEntry(
                        "webhook-signature",
                        "v1,WcHK/aisR4xSLm9AxwHhgL8rtRPyyKXN5KMWdLlyjkA= v1,gZRAvxfHlwxnX+oCf5Xrps/uBBEqOJ7ICS3nUfolC+8=");

        var again =
                Signatures.headers(SECOND_ID, EventType.INVENTORY_UPDATED, 2, at, bytes(SECOND), List.of(B, A), true);

        assertThat(again)
                .containsEntry("X-Sendy-Signature", "421f045315f5312b9891b7a3fcf8c7e717f2366a34f2600ed2f7a90c9203236c")
                .containsEntry("X-Sendy-Attempt", "2");
    }

    @Test
    void the_standard_library_signs_alike() throws Exception {
        var theirs = new Webhook(A.text()).sign(FIRST_ID, 1_793_524_530, FIRST);

        assertThat(Signatures.standard(A, FIRST_ID, 1_793_524_530, FIRST.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(theirs);
    }

    @Test
    void a_secret_never_prints_itself() {
        assertThat(A).hasToString("***");
        assertThat(SigningSecret.of(new byte[SigningSecret.BYTES]).text())
                .startsWith("whsec_")
                .hasSize(50);
    }
}
