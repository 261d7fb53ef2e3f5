package iq.sendy.dashboard;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.MovableClock;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.Visitor;
import iq.sendy.Visitor.Shown;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Forms of something new whose button is tapped twice where no script holds the second back. */
@Scenario
class FormsSentTwiceTest {

    private static final String KEYS = "/app/settings/keys/new";
    private static final Pattern ONCE = Pattern.compile("name=\"once\" value=\"([^\"]+)\"");
    private static final Pattern KEY = Pattern.compile("sk_[0-9A-Za-z]{22}\\.[0-9A-Za-z_-]{43}");

    @Autowired
    Api api;

    @Autowired
    MovableClock clock;

    private Shop shop;
    private Visitor owner;

    @BeforeEach
    void open() {
        clock.reset();
        shop = Shop.opens(api);
        owner = Visitor.of(api, shop);
    }

    /**
     * A form of something new.
     *
     * @param opened where it stands
     * @param sent where it is sent to
     * @param listed where the API has what it makes
     * @param named its field of which two may have the same
     */
    record NewForm(String opened, String sent, String listed, String named, String said, Map<String, String> rest) {}

    static Stream<NewForm> forms() {
        return Stream.of(
                new NewForm(
                        "/app/suppliers/new",
                        "/app/suppliers",
                        "/suppliers",
                        "fullName",
                        "suppliers.added",
                        Map.of("phone", "07701234567")),
                new NewForm(
                        "/app/products/categories",
                        "/app/products/categories",
                        "/categories",
                        "name",
                        "categories.added",
                        Map.of("sortOrder", "3")),
                new NewForm(
                        "/app/stock/warehouses",
                        "/app/stock/warehouses",
                        "/warehouses",
                        "name",
                        "warehouses.added",
                        Map.of("address", "الكرادة", "isDefault", "true")),
                new NewForm(
                        "/app/settings/packages/new",
                        "/app/settings/packages/new",
                        "/package-sizes",
                        "name",
                        "packages.saved",
                        Map.of("lengthCm", "12.50", "isDefault", "true")),
                new NewForm(
                        "/app/settings/knowledge/new",
                        "/app/settings/knowledge/new",
                        "/social/knowledge",
                        "answer",
                        "knowledge.saved",
                        Map.of("topic", "Faq", "question", "متى تفتحون؟")));
    }

    private Map<String, String> opened(String path) {
        var page = owner.opens(path);
        var once = ONCE.matcher(page.text());
        assertThat(once.find()).isTrue();
        return new HashMap<>(Map.of("_csrf", page.token(), "once", once.group(1)));
    }

    private Map<String, String> filled(NewForm form) {
        var fields = opened(form.opened());
        fields.putAll(form.rest());
        fields.put(form.named(), "الورد");
        return fields;
    }

    private int count(String listed) {
        return Integer.parseInt(well(shop.owner().get(Api.STAFF + listed)).data("totalCount"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void twelve_at_once_make_one(NewForm form) {
        var fields = filled(form);
        var before = count(form.listed());

        var answers = Shop.atOnce(12, _ -> owner.sends(form.sent(), fields));

        assertThat(answers).allMatch(answer -> answer.header("Location").endsWith("said=" + form.said()));
        assertThat(count(form.listed())).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void going_back_and_sending_something_else_makes_that_too_and_what_was_deleted_is_made_anew(NewForm form) {
        var fields = filled(form);
        var before = count(form.listed());
        owner.sends(form.sent(), fields);
        var first = well(shop.owner().get(Api.STAFF + form.listed())).data("items.0.id");
        var others = new HashMap<>(fields);
        others.put(form.named(), "النرجس");

        assertThat(owner.sends(form.sent(), others).header("Location")).endsWith("said=" + form.said());
        assertThat(count(form.listed())).isEqualTo(before + 2);

        well(shop.owner().delete(Api.STAFF + form.listed() + "/" + first));
        assertThat(owner.sends(form.sent(), fields).header("Location")).endsWith("said=" + form.said());
        assertThat(count(form.listed())).isEqualTo(before + 2);
    }

    private static String key(Shown page) {
        var key = KEY.matcher(page.text());
        assertThat(key.find()).isTrue();
        return key.group();
    }

    @Test
    void twelve_of_a_key_at_once_make_one_that_each_answer_shows() {
        var fields = opened(KEYS);
        fields.putAll(Map.of("name", "المتجر", "scopes", "orders:read"));
        var before = count("/api-keys");

        var answers = Shop.atOnce(12, _ -> owner.sends(KEYS, fields));

        var key = key(answers.getFirst());
        assertThat(answers).allMatch(answer -> key(answer).equals(key));
        assertThat(key).doesNotContain(fields.get("once"));
        assertThat(count("/api-keys")).isEqualTo(before + 1);
        well(api.withKey(key).get(Api.KEYS + "/orders"));
    }

    @Test
    void a_key_of_another_name_or_shop_or_after_a_revocation_is_another() {
        var fields = opened(KEYS);
        fields.putAll(Map.of("name", "المتجر", "scopes", "orders:read"));
        var key = key(owner.sends(KEYS, fields));
        var others = new HashMap<>(fields);
        others.put("name", "المحاسب");
        var stranger = Visitor.of(api, Shop.opens(api));
        var abroad = new HashMap<>(fields);
        abroad.put("_csrf", stranger.opens(KEYS).token());

        assertThat(key(owner.sends(KEYS, others))).isNotEqualTo(key);
        assertThat(key(stranger.sends(KEYS, abroad))).isNotEqualTo(key);
        assertThat(key(owner.sends(KEYS, fields))).isEqualTo(key);

        var keys = well(shop.owner().get(Api.STAFF + "/api-keys"));
        var id = keys.data("items.1.id");
        assertThat(key).startsWith(keys.data("items.1.keyId"));
        well(shop.owner().post(Api.STAFF + "/api-keys/" + id + "/revoke", Api.object()));
        var anew = key(owner.sends(KEYS, fields));
        assertThat(anew).isNotEqualTo(key);
        well(api.withKey(anew).get(Api.KEYS + "/orders"));
    }

    @Test
    void an_old_form_shows_no_key_that_is_in_use() {
        var fields = opened(KEYS);
        fields.putAll(Map.of("name", "المتجر", "scopes", "orders:read"));
        var key = key(owner.sends(KEYS, fields));
        clock.advance(Duration.ofMinutes(9));
        assertThat(key(owner.sends(KEYS, fields))).isEqualTo(key);

        clock.advance(Duration.ofMinutes(1));
        assertThat(key(owner.sends(KEYS, fields))).isNotEqualTo(key);
    }
}
