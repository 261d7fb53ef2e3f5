package iq.sendy.platform.body;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A form that is broken, or has more parts than anybody needs, is refused at each operation that takes one. */
@Scenario
class HostileFormTest {

    private static final List<String> OPERATIONS = List.of("/catalog/products/import", "/uploads/images");
    private static final String FILE = "Content-Disposition: form-data; name=\"file\"; filename=\"a.csv\"";

    @Autowired
    Api api;

    private Api key;

    @BeforeEach
    void opens_a_shop() {
        key = api.withKey(Shop.opens(api).mints("catalog:read", "catalog:write"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "form-data; name=\"file\"; filename=\"=?UTF-8?B?A?=\"",
                "form-data; name=\"file\"; filename=\"=?UTF-8?B?====?=\"",
                "form-data; name=\"file\"; filename=\"=?UTF-8?Q?=G?=\"",
                "form-data; name=\"file\"; filename=\"=?no-such-set?B?QQ==?=\"",
                "form-data; name=\"file\"; filename=\"=??B??=\"",
                "form-data; name=\"file\"; filename*=UTF-8''%zz",
                "form-data; name=\"file\"; filename*=no-such-set''a",
                "form-data; name=\"file\"; filename*=UTF-8'",
                "form-data; name=\"file\"; filename=\"a\u0000b\"",
                "form-data; name=\"=?UTF-8?B?A?=\"; filename=\"a\"",
                "form-data; name*=UTF-8''%zz; filename=\"a\"",
                "form-data; other=\"=?UTF-8?B?A?=\"; name=\"file\"; filename=\"a\"",
                "form-data; name=\"file; filename=a",
                "form-data; filename=\"a\"",
                "form-data",
                ";;;===",
                ""
            })
    void a_head_that_cannot_be_read_is_the_senders(String disposition) {
        for (var operation : OPERATIONS) {
            var answer = send(operation, part("Content-Disposition: " + disposition, "sku,name\nM,x") + "--B--\r\n");

            assertThat(answer.status()).as(answer.text()).isIn(200, 400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"A?", "A?=", "====?=", "_"})
    void a_name_broken_in_mails_own_encoding_is_malformed(String rest) {
        var head = "Content-Disposition: form-data; name=\"file\"; filename=\"=?UTF-8?B?" + rest + "=\"";

        assertThat(send(OPERATIONS.getFirst(), part(head, "sku,name\nM,x") + "--B--\r\n")
                        .status())
                .isIn(200, 400);
        assertThat(send(
                                OPERATIONS.getFirst(),
                                part("Content-Disposition: form-data; name=\"file\"; filename=\"=?UTF-8?B?A?=\"", "x")
                                        + "--B--\r\n")
                        .faults())
                .containsExactly("request.malformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=\"\"",
                "multipart/form-data; boundary=\"=?UTF-8?B?A?=\"",
                "multipart/form-data; boundary*=UTF-8''%zz",
                "multipart/form-data; charset=no-such-set; boundary=B",
                "multipart/form-data; boundary=other"
            })
    void a_boundary_that_cannot_be_read_is_the_senders(String type) {
        for (var operation : OPERATIONS) {
            var answer = key.withHeader("Content-Type", type)
                    .send(
                            "POST",
                            Api.KEYS + operation,
                            BodyPublishers.ofString(part(FILE, "sku,name\nM,x") + "--B--\r\n"),
                            false);

            assertThat(answer.status()).as(answer.text()).isIn(200, 400);
        }
    }

    @Test
    void fifty_parts_are_read_and_one_more_is_too_many() {
        var other = part("Content-Disposition: form-data; name=\"other\"", "x");
        var file = part(FILE, "sku,name\nM,x");

        assertThat(send(OPERATIONS.getFirst(), other.repeat(49) + file + "--B--\r\n")
                        .status())
                .isEqualTo(200);
        for (var operation : OPERATIONS) {
            assertThat(send(operation, other.repeat(50) + file + "--B--\r\n").faults())
                    .containsExactly("request.malformed");
        }
    }

    /** The reader passes over them in silence, all 100,000. */
    @ParameterizedTest
    @ValueSource(strings = {"Content-Disposition: form-data", "X: y", ""})
    void parts_without_a_name_count_too(String head) {
        var nameless = part(head, "");

        assertThat(send(OPERATIONS.getFirst(), nameless.repeat(100_000) + part(FILE, "sku,name\nM,x") + "--B--\r\n")
                        .faults())
                .containsExactly("request.malformed");
    }

    @Test
    void a_head_of_a_part_is_bounded() {
        var head = FILE + "\r\nX-Long: " + "a".repeat(100_000);

        for (var operation : OPERATIONS) {
            assertThat(send(operation, part(head, "sku,name\nM,x") + "--B--\r\n")
                            .faults())
                    .containsExactly("request.malformed");
        }
    }

    private static String part(String head, String content) {
        return "--B\r\n" + head + "\r\n\r\n" + content + "\r\n";
    }

    private Api.Reply send(String operation, String form) {
        return key.withHeader("Content-Type", "multipart/form-data; boundary=B")
                .send(
                        "POST",
                        Api.KEYS + operation,
                        BodyPublishers.ofByteArray(form.getBytes(StandardCharsets.UTF_8)),
                        false);
    }
}
