package iq.sendy.dashboard;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.Visitor;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Forms of something new whose button is tapped twice where no script holds the second back. */
@Scenario
class FormsSentTwiceTest {

    private static final String STAFF = "/app/staff/new";

    @Autowired
    Api api;

    private Shop shop;
    private Visitor owner;

    @BeforeEach
    void open() {
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
                        "/app/staff/roles/new",
                        "/app/staff/roles/new",
                        "/rbac/roles",
                        "name",
                        "roles.saved",
                        Map.of("permissions", "store.orders.view")),
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

    private Map<String, String> filled(NewForm form) {
        var fields = new HashMap<>(owner.opens(form.opened()).unseen());
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

    @Test
    void twelve_of_a_draft_at_once_make_one_and_another_reference_makes_another() {
        var rose = Goods.of(shop).sells("ROSE", 25_000, 4);
        var fields = new HashMap<>(owner.opens("/app/receiving/new").unseen());
        fields.putAll(Map.of("act", "save", "orderDate", "2026-11-20", "referenceNumber", "A-1"));
        fields.putAll(Map.of("items[0].storeProductId", rose, "items[0].quantity", "10", "items[0].unitCost", "1500"));

        var answers = Shop.atOnce(12, _ -> owner.sends("/app/receiving", fields).header("Location"));

        assertThat(answers).allMatch(answers.getFirst()::equals);
        assertThat(answers.getFirst()).endsWith("said=purchases.drafted");
        assertThat(count("/purchase-orders")).isEqualTo(1);

        fields.put("referenceNumber", "A-2");
        assertThat(owner.sends("/app/receiving", fields).header("Location")).isNotEqualTo(answers.getFirst());
        assertThat(count("/purchase-orders")).isEqualTo(2);
    }

    /** Each tap hashes a password, for which it may wait two seconds at most: so they are two. */
    @Test
    void both_taps_of_a_hiring_make_one_member_who_signs_in_with_the_password_that_was_sent_last() {
        var phone = Shop.newPhone();
        var made = Api.object().put("name", "بائع");
        made.putArray("permissions").add("store.orders.view");
        var role = well(shop.owner().post(Api.STAFF + "/rbac/roles", made)).data("id");
        var fields = new HashMap<>(owner.opens(STAFF).unseen());
        fields.putAll(Map.of("fullName", "زينب", "phone", phone, "isActive", "true", "password", "قمر-الليل-81"));
        fields.put("roleId", role);

        var answers = Shop.atOnce(2, _ -> owner.sends(STAFF, fields));
        fields.put("password", "نجمة-الصبح-92");
        var again = owner.sends(STAFF, fields);

        assertThat(answers).allMatch(answer -> answer.header("Location").endsWith("said=staff.saved"));
        assertThat(again.header("Location")).endsWith("said=staff.saved");
        assertThat(count("/staff")).isEqualTo(1);
        var member = new Visitor(api.base(), "ar");
        assertThat(member.signsIn(phone, "نجمة-الصبح-92").status()).isEqualTo(303);

        fields.put("phone", Shop.newPhone());
        assertThat(owner.sends(STAFF, fields).header("Location")).endsWith("said=staff.saved");
        assertThat(count("/staff")).isEqualTo(2);
    }
}
