package iq.sendy.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import iq.sendy.Api;
import iq.sendy.AwkwardText;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import java.lang.management.ManagementFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Over the wire, from the first byte to the answer: a body of 1 MiB and an address of 8 KiB cost what letters do. */
@Scenario
class AwkwardRequestsTest {

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private static final int BODY = Math.min(AwkwardText.MUCH, 1_000_000);
    private static final int ADDRESS = 6_000;
    private static final int TRIES = 15;

    @Autowired
    Api api;

    private Shop shop;

    @BeforeEach
    void opens_a_shop() {
        shop = Shop.opens(api);
    }

    @Test
    void bodies_cost_what_letters_do() {
        var products = api.withKey(shop.mints("catalog:read", "catalog:write"));
        var order = Shop.order();
        Map<String, Function<String, Api.Reply>> requests = new LinkedHashMap<>();
        requests.put(
                "phone", text -> post("login", Api.object().put("phone", text).put("password", "x")));
        requests.put(
                "password",
                text -> post("register", Api.object().put("phone", "07").put("password", text)));
        requests.put("notes", text -> shop.places(order.deepCopy().put("notes", text)));
        requests.put("orderValue", text -> shop.places(order.deepCopy().put("orderValue", text)));
        requests.put(
                "sku",
                text -> products.post(
                        Api.KEYS + "/catalog/products", Api.object().put("sku", text)));

        requests.forEach((name, request) -> assertAlike(name, request, BODY, 400));
    }

    @Test
    void filters_cost_what_letters_do() {
        for (var filter : new String[] {"q", "phone", "status", "cursor", "page"}) {
            assertAlike(
                    filter,
                    text -> shop.key()
                            .get(Api.KEYS + "/orders?" + filter + "="
                                    + URLEncoder.encode(text, StandardCharsets.UTF_8)),
                    ADDRESS,
                    400,
                    200);
        }
    }

    /** The most that is stored is folded, searched and printed. */
    @Test
    void the_longest_texts_that_are_taken_cost_what_letters_do() {
        assertAlike(
                "order",
                text -> shop.places(Shop.order()
                        .put("customerName", text.substring(0, Math.min(200, text.length())))
                        .put("notes", text)),
                5_000,
                400,
                200);
    }

    @Test
    void a_password_of_marks_is_wrong_at_once() {
        var marks = "a" + "\u0316\u0301".repeat(BODY / 4 - 100);

        var answer = post("login", Api.object().put("phone", Shop.newPhone()).put("password", marks));

        assertThat(answer.status()).as(answer.text()).isEqualTo(401);
        assertThat(answer.faults()).containsExactly("auth.failed");
    }

    private Api.Reply post(String operation, Object body) {
        return api.post("/api/v1/auth/" + operation, body);
    }

    /** So many bytes of each, since that is what a request is measured by. */
    private static void assertAlike(String name, Function<String, Api.Reply> request, int bytes, Integer... statuses) {
        var letters = least(request, "a".repeat(bytes), Long.MIN_VALUE, statuses);
        for (var awkward : AwkwardText.ALL) {
            var each = bytes == ADDRESS
                    ? URLEncoder.encode(awkward.unit(), StandardCharsets.UTF_8).length()
                    : awkward.unit().getBytes(StandardCharsets.UTF_8).length;
            // A line break or a quote is two bytes in JSON.
            var text = "a" + awkward.unit().repeat(bytes / Math.max(each, 2)) + "b";
            assertThat(least(request, text, letters + AwkwardText.MOST_NANOS, statuses) - letters)
                    .as("%s of %s", name, awkward.name())
                    .isLessThan(AwkwardText.MOST_NANOS);
        }
    }

    /** The time of the whole process, the least of a few tries: others work in it too. */
    private static long least(Function<String, Api.Reply> request, String text, long enough, Integer... statuses) {
        var least = Long.MAX_VALUE;
        for (var i = 0; i < TRIES && least >= enough; i++) {
            var before = PROCESS.getProcessCpuTime();
            var answer = request.apply(text);
            least = Math.min(least, PROCESS.getProcessCpuTime() - before);
            assertThat(answer.status()).as(answer.text()).isIn((Object[]) statuses);
        }
        return least;
    }
}
