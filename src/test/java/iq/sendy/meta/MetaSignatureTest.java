package iq.sendy.meta;

import static iq.sendy.meta.MetaFixtures.SECRET_A;
import static iq.sendy.meta.MetaFixtures.SECRET_B;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetaSignatureTest {

    private static final byte[] TEXT = MetaFixtures.file("whatsapp-text.json");
    private static final byte[] IMAGE = MetaFixtures.file("instagram-image.json");
    private static final String BY_A = "sha256=477a51c5a99a181871300838a9b4801826035b2ed705b95196c380ea08aae25c";
    private static final String BY_B = "sha256=e68d5439fa054691896609fd6751408f50489ae9ccef68c390b106800450b417";
    private static final String IMAGE_BY_A = "sha256=9acf48efbc80a9e2a9ccced650451b0aa4a15efa6ce8c3c29a19c2e3aed506a4";

    @Test
    void the_known_answers_hold() {
        assertThat(TEXT).hasSize(499);
        assertThat(IMAGE).hasSize(319);
        assertThat(MetaSignature.verifies(SECRET_A, TEXT, BY_A)).isTrue();
        assertThat(MetaSignature.verifies(SECRET_B, TEXT, BY_B)).isTrue();
        assertThat(MetaSignature.verifies(SECRET_A, IMAGE, IMAGE_BY_A)).isTrue();
        assertThat(MetaSignature.sign(SECRET_A, TEXT)).isEqualTo(BY_A);
    }

    @Test
    void what_was_written_again_has_another_signature() {
        assertThat(MetaSignature.verifies(
                        SECRET_A, TEXT, "sha256=32ba804b7efd73360e4b421cd471f6cdd1417b58462bccb65c1c3210dd4722b1"))
                .isFalse();
        assertThat(MetaSignature.verifies(
                        SECRET_A, IMAGE, "sha256=7b69841966edd87488721d02e6875bb1f737e892c8a58294f7846d89dfdbf95e"))
                .isFalse();
        var unescaped = new String(IMAGE, StandardCharsets.UTF_8).replace("\\/", "/");
        assertThat(MetaSignature.verifies(SECRET_A, unescaped.getBytes(StandardCharsets.UTF_8), IMAGE_BY_A))
                .isFalse();
    }

    @Test
    void another_secret_and_another_body_do_not_verify() {
        assertThat(MetaSignature.verifies(SECRET_A, TEXT, BY_B)).isFalse();
        assertThat(MetaSignature.verifies(SECRET_B, TEXT, BY_A)).isFalse();
        assertThat(MetaSignature.verifies("", TEXT, BY_A)).isFalse();
        var longer = Arrays.copyOf(TEXT, TEXT.length + 1);
        longer[TEXT.length] = '\n';
        assertThat(MetaSignature.verifies(SECRET_A, longer, BY_A)).isFalse();
    }

    @Test
    void the_digits_may_have_either_case_and_the_scheme_may_not() {
        assertThat(MetaSignature.verifies(
                        SECRET_A, TEXT, "sha256=" + BY_A.substring(7).toUpperCase(Locale.ROOT)))
                .isTrue();
        assertThat(MetaSignature.verifies(SECRET_A, TEXT, BY_A.replace("sha256", "SHA256")))
                .isFalse();
    }

    @Test
    void without_a_header_nothing_verifies() {
        assertThat(MetaSignature.verifies(SECRET_A, TEXT, null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sha256=",
                "sha1=477a51c5a99a181871300838a9b4801826035b2ed705b95196c380ea08aae25c",
                "477a51c5a99a181871300838a9b4801826035b2ed705b95196c380ea08aae25c",
                "sha256=477a51c5a99a181871300838a9b4801826035b2ed705b95196c380ea08aae25",
                "sha256=477a51c5a99a181871300838a9b4801826035b2ed705b95196c380ea08aae25cc",
                "sha256=477a51c5a99a181871300838a9b4801826035b2ed705b95196c380ea08aae2g5",
                "sha256=٤77a51c5a99a181871300838a9b4801826035b2ed705b95196c380ea08aae25c",
                " sha256=477a51c5a99a181871300838a9b4801826035b2ed705b95196c380ea08aae25c",
                "sha256=477a51c5a99a181871300838a9b4801826035b2ed705b95196c380ea08aae25c, sha256=00"
            })
    void a_header_of_another_form_does_not_verify(String header) {
        assertThat(MetaSignature.verifies(SECRET_A, TEXT, header)).isFalse();
    }
}
