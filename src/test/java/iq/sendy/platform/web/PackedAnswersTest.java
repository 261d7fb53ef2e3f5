package iq.sendy.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** Slow lines carry a list packed; whatever else matters about an answer stays as it is. */
@Scenario
class PackedAnswersTest {

    private static final String ORDERS = Api.KEYS + "/orders";

    @Autowired
    Api api;

    private Shop shop;
    private Api plain;
    private Api packing;

    @BeforeEach
    void opens() {
        shop = Shop.opens(api);
        plain = shop.key();
        packing = plain.withHeader("Accept-Encoding", "gzip, deflate, br");
    }

    @Test
    void a_list_is_packed_for_who_reads_gzip() throws IOException {
        places(20);
        var list = plain.get(ORDERS);
        var packed = packing.get(ORDERS);

        assertThat(list.header("Content-Encoding")).isEmpty();
        assertThat(list.header("Vary")).isEqualTo("Accept-Encoding");
        assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(packed.header("Vary")).isEqualTo("Accept-Encoding");
        assertThat(packed.header("Content-Type")).isEqualTo(list.header("Content-Type"));
        assertThat(packed.header("Content-Length")).isEqualTo(Integer.toString(packed.bytes().length));
        assertThat(packed.bytes().length).isLessThan(list.bytes().length / 5);
        assertThat(unpacked(packed)).isEqualTo(list.text());

        var head = packing.send("HEAD", ORDERS, BodyPublishers.noBody(), false);
        assertThat(head.header("Content-Length")).isEqualTo(packed.header("Content-Length"));
        assertThat(head.bytes()).isEmpty();
        assertThat(plain.withHeader("Accept-Encoding", "gzip;q=0").get(ORDERS).text())
                .isEqualTo(list.text());
    }

    @Test
    void a_long_list_too() throws IOException {
        places(100);
        var list = plain.get(ORDERS + "?pageSize=100");
        var packed = packing.get(ORDERS + "?pageSize=100");

        assertThat(list.bytes().length).isGreaterThan(PackedAnswers.LONG);
        assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(unpacked(packed)).isEqualTo(list.text());
    }

    @Test
    void what_is_short_goes_as_it_is() {
        var refusal = packing.get("/api/v1/store/integrations/no-such-path");
        assertThat(refusal.header("Content-Encoding")).isEmpty();
        assertThat(refusal.header("Vary")).isEmpty();
    }

    @Test
    void a_kept_answer_is_replayed_byte_for_byte_to_either() throws IOException {
        var first = packing.withHeader("Idempotency-Key", "once").post(ORDERS + "/bulk", bulk(30));
        var again = packing.withHeader("Idempotency-Key", "once").post(ORDERS + "/bulk", bulk(30));
        var unpacked = plain.withHeader("Idempotency-Key", "once").post(ORDERS + "/bulk", bulk(30));

        assertThat(first.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(again.bytes()).isEqualTo(first.bytes());
        assertThat(unpacked.header("Content-Encoding")).isEmpty();
        assertThat(unpacked.text()).isEqualTo(unpacked(first));
        assertThat(unpacked.header("Content-Length")).isEqualTo(Integer.toString(unpacked.bytes().length));
    }

    @Test
    void what_is_cached_has_a_tag_for_each_form() throws IOException {
        var path = "/api/v1/address-reference/provinces/BG/areas";
        var reader = api.withHeader("Accept-Encoding", "gzip");
        var packed = reader.get(path);
        var whole = api.get(path);

        assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
        for (var form : new Api.Reply[] {packed, whole}) {
            assertThat(form.headers().get("vary")).containsExactly("Accept-Language", "Accept-Encoding");
        }
        assertThat(unpacked(packed)).isEqualTo(whole.text());
        assertThat(packed.header("ETag")).isNotEqualTo(whole.header("ETag")).isNotEmpty();
        assertThat(reader.withHeader("If-None-Match", packed.header("ETag"))
                        .get(path)
                        .status())
                .isEqualTo(304);
        assertThat(api.withHeader("If-None-Match", packed.header("ETag"))
                        .get(path)
                        .status())
                .isEqualTo(200);
    }

    /** What shows a secret has one length, whatever else stands in it: decision 34. */
    @Test
    void what_may_show_a_secret_is_never_packed() {
        var signIn = api.withHeader("Accept-Encoding", "gzip")
                .post(
                        "/api/v1/auth/login",
                        Api.object().put("phone", shop.ownerPhone()).put("password", Shop.PASSWORD));
        assertThat(signIn.status()).isEqualTo(200);
        assertThat(signIn.bytes().length).isGreaterThan(PackedAnswers.SHORTEST);
        assertThat(signIn.header("Content-Encoding")).isEmpty();
        assertThat(signIn.header("Vary")).isEmpty();

        var body = Api.object().put("name", "ن".repeat(200));
        body.putArray("scopes").add("orders:read");
        assertThat(shop.owner()
                        .withHeader("Accept-Encoding", "gzip")
                        .post(Api.STAFF + "/api-keys", body)
                        .header("Content-Encoding"))
                .isEmpty();
    }

    @Test
    void an_export_streams_as_it_is() {
        places(20);
        var export = packing.get(ORDERS + "/export");
        assertThat(export.header("Content-Encoding")).isEmpty();
        assertThat(export.text()).contains("number,publicId");
    }

    private void places(int orders) {
        assertThat(plain.post(ORDERS + "/bulk", bulk(orders)).status()).isEqualTo(200);
    }

    private static ObjectNode bulk(int orders) {
        var bulk = Api.object();
        var rows = bulk.putArray("orders");
        for (var i = 0; i < orders; i++) {
            rows.add(Shop.order());
        }
        return bulk;
    }

    private static String unpacked(Api.Reply packed) throws IOException {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(packed.bytes()))) {
            return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
