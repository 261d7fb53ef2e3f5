package iq.sendy.geography.web;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Scenario;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Scenario
public class AddressReferenceTest {

    private static final String PROVINCES = "/api/v1/address-reference/provinces";
    private static final String BAGHDAD = PROVINCES + "/BG/areas";

    @Autowired
    Api api;

    @Test
    void anyone_may_read_the_nineteen_governorates() {
        var reply = api.get(PROVINCES);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().get("success").booleanValue()).isTrue();
        assertThat(reply.json().get("errors")).isEmpty();
        assertThat(reply.data()).hasSize(19);
        assertThat(reply.data().get(0).propertyNames()).containsExactly("code", "name", "nameAr", "nameKu");
    }

    @Test
    void areas_are_listed_for_a_code_in_any_letter_case() {
        var reply = api.get(BAGHDAD);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.data().size()).isGreaterThanOrEqualTo(60);
        assertThat(reply.data().get(0).propertyNames())
                .containsExactly("id", "name", "nameAr", "nameKu", "provinceCode");
        assertThat(api.get(PROVINCES + "/bG/areas").bytes()).isEqualTo(reply.bytes());
    }

    @Test
    void an_unknown_code_is_not_found() {
        for (var code : List.of("KR", "BGX", "%20", "١")) {
            var reply = api.get(PROVINCES + "/" + code.replace("١", "%D9%A1") + "/areas");
            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.faults()).containsExactly("resource.not_found");
            assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        }
    }

    @Test
    void whoever_has_the_list_already_is_not_sent_it_again() {
        for (var path : List.of(PROVINCES, BAGHDAD)) {
            var first = api.get(path);
            var tag = first.header("ETag");
            assertThat(tag).matches("\"[\\w-]{22}\"");
            assertThat(first.header("Cache-Control")).matches("public, max-age=[1-9]\\d*");

            for (var known : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
                var again = api.withHeader("If-None-Match", known).get(path);
                assertThat(again.status()).as(known).isEqualTo(304);
                assertThat(again.bytes()).isEmpty();
                assertThat(again.header("ETag")).isEqualTo(tag);
                assertThat(again.header("Cache-Control")).isEqualTo(first.header("Cache-Control"));
                assertThat(again.header("Vary")).contains("Accept-Language");
            }
            assertThat(api.withHeader("If-None-Match", "\"other\"").get(path).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void the_message_is_in_the_language_asked_for_and_each_language_has_its_own_tag() {
        var english = api.get(PROVINCES);
        var arabic =
                api.withHeader("Accept-Language", "ar-IQ,ar;q=0.9,en;q=0.5").get(PROVINCES);
        var kurdish = api.withHeader("Accept-Language", "ckb").get(PROVINCES);

        assertThat(List.of(english, arabic, kurdish))
                .extracting(reply -> reply.header("Content-Language"))
                .containsExactly("en", "ar", "ckb");
        assertThat(List.of(english, arabic, kurdish))
                .extracting(reply -> reply.header("ETag"))
                .doesNotHaveDuplicates();
        assertThat(List.of(english, arabic, kurdish))
                .extracting(reply -> reply.json().get("message").stringValue())
                .doesNotHaveDuplicates();
        assertThat(arabic.data()).isEqualTo(english.data());
        assertThat(english.header("Vary")).contains("Accept-Language");
    }

    @Test
    void head_is_get_without_the_body() {
        var got = api.get(BAGHDAD);
        var head = api.send("HEAD", BAGHDAD, BodyPublishers.noBody(), false);

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.bytes()).isEmpty();
        for (var header : List.of("ETag", "Content-Length", "Content-Type", "Cache-Control", "Content-Language")) {
            assertThat(head.header(header))
                    .as(header)
                    .isEqualTo(got.header(header))
                    .isNotEmpty();
        }
    }
}
