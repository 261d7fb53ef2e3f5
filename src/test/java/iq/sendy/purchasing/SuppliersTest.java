package iq.sendy.purchasing;

import static iq.sendy.Goods.well;
import static iq.sendy.purchasing.Buying.SUPPLIERS;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.World.Backstage;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Suppliers over HTTP: every row, every refusal. */
@Scenario
public class SuppliersTest {

    @Autowired
    Api api;

    @Autowired
    Backstage backstage;

    Buying shop;

    @BeforeEach
    void open() {
        shop = Buying.opens(api);
    }

    private List<String> found(String q) {
        return well(shop.key.get(SUPPLIERS + "?q=" + Goods.encoded(q)))
                .data()
                .get("items")
                .valueStream()
                .map(supplier -> supplier.get("fullName").stringValue())
                .toList();
    }

    @Test
    void a_supplier_is_answered_as_it_was_sent() {
        var added = well(shop.key.post(SUPPLIERS, Api.object("""
                {"fullName": " علي كريم ", "phone": "٠٧٧٠ ١٢٣ ٤٥٦٧", "email": "ali@example.com", "company": "شركة الورد",
                 "address": "الشورجة", "notes": "يوصل السبت", "balance": 99, "colour": "red"}
                """)));

        assertThat(added.data("fullName")).isEqualTo("علي كريم");
        assertThat(added.data("phone")).isEqualTo("9647701234567");
        assertThat(added.data("email")).isEqualTo("ali@example.com");
        assertThat(added.data("company")).isEqualTo("شركة الورد");
        assertThat(added.data("address")).isEqualTo("الشورجة");
        assertThat(added.data("notes")).isEqualTo("يوصل السبت");
        assertThat(added.data("balance")).isEqualTo("0");
        assertThat(shop.key.get(SUPPLIERS + "/" + added.data("id")).data()).isEqualTo(added.data());
        assertThat(well(shop.goods.shop().owner().get(Api.STAFF + "/suppliers")).data("items.0.id"))
                .isEqualTo(added.data("id"));
    }

    @Test
    void a_change_keeps_what_it_leaves_out_and_null_clears() {
        var added = well(shop.key.post(
                SUPPLIERS,
                Api.object().put("fullName", "علي").put("phone", "07701234567").put("notes", "قديم")));
        var path = SUPPLIERS + "/" + added.data("id");

        var changed = well(shop.key.put(path, "{\"company\":\"النور\",\"notes\":null}"));

        assertThat(changed.data("fullName")).isEqualTo("علي");
        assertThat(changed.data("phone")).isEqualTo("9647701234567");
        assertThat(changed.data("company")).isEqualTo("النور");
        assertThat(changed.data("notes")).isEqualTo("null");
        assertThat(shop.key.put(path, "{\"fullName\":null}").faults()).containsExactly("fullName field.required");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                          | fullName field.required
            {"fullName": "  "}                          | fullName field.required
            {"fullName": 7}                             | fullName field.invalid
            {"fullName": "x", "phone": "12"}            | phone phone.invalid
            {"fullName": "x", "email": ["a"]}           | email field.invalid
            {"fullName": "x", "email": "x"}             | email field.invalid
            {"fullName": "x", "email": "a b@shop.iq"}   | email field.invalid
            {"fullName": "x", "email": "a@b@shop.iq"}   | email field.invalid
            {"fullName": "x", "email": "a@shop"}        | email field.invalid
            """)
    void a_supplier_that_is_wrong_is_refused(String body, String fault) {
        var refused = shop.key.post(SUPPLIERS, body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.faults()).containsExactly(fault);
    }

    @Test
    void all_faults_are_told_at_once() {
        var body = Api.object()
                .put("fullName", "x".repeat(201))
                .put("phone", "1")
                .put("email", "e".repeat(201))
                .put("company", "c".repeat(201))
                .put("address", "a".repeat(501))
                .put("notes", "n".repeat(5_001));

        assertThat(shop.key.post(SUPPLIERS, body).faults())
                .containsExactly(
                        "address field.too_long",
                        "company field.too_long",
                        "email field.too_long",
                        "fullName field.too_long",
                        "notes field.too_long",
                        "phone phone.invalid");
    }

    /** Before addresses were judged, anything could stand there. */
    @Test
    void an_address_that_was_stored_unjudged_is_read_and_stays_until_it_is_changed() {
        var id = shop.supplier("علي");
        backstage
                .jdbc()
                .sql("update purchasing.supplier set email = 'عند محمد' where id = :id")
                .param("id", UUID.fromString(id))
                .update();
        var path = SUPPLIERS + "/" + id;

        assertThat(well(shop.key.get(path)).data("email")).isEqualTo("عند محمد");
        assertThat(well(shop.key.put(path, "{\"company\":\"النور\"}")).data("email"))
                .isEqualTo("عند محمد");
        assertThat(shop.key.put(path, "{\"email\":\"عند علي\"}").faults()).containsExactly("email field.invalid");
        assertThat(well(shop.key.put(path, "{\"email\":\"ali@shop.iq\"}")).data("email"))
                .isEqualTo("ali@shop.iq");
    }

    @Test
    void a_search_finds_name_company_address_of_mail_and_phone() {
        well(shop.key.post(
                SUPPLIERS,
                Api.object().put("fullName", "أحمد").put("company", "Gold").put("phone", "07701234567")));
        well(shop.key.post(SUPPLIERS, Api.object().put("fullName", "سارة").put("email", "Sara@Shop.iq")));

        assertThat(found("احمد")).containsExactly("أحمد");
        assertThat(found("gol")).containsExactly("أحمد");
        assertThat(found("٠٧٧٠١٢٣٤٥٦٧")).containsExactly("أحمد");
        assertThat(found("4567")).containsExactly("أحمد");
        assertThat(found("sara@shop")).containsExactly("سارة");
        assertThat(found("")).containsExactly("سارة", "أحمد");
        assertThat(found("%")).isEmpty();
    }

    @Test
    void a_deleted_supplier_is_gone_and_its_purchase_orders_stay() {
        var supplier = shop.supplier("علي");
        var order = shop.sends(Buying.with(Buying.order().put("supplierId", supplier), shop.lists("ROSE"), 2, 1_000));

        assertThat(well(shop.key.delete(SUPPLIERS + "/" + supplier))
                        .json()
                        .get("data")
                        .isNull())
                .isTrue();

        assertThat(shop.key.delete(SUPPLIERS + "/" + supplier).status()).isEqualTo(404);
        assertThat(shop.key.get(SUPPLIERS + "/" + supplier).status()).isEqualTo(404);
        assertThat(shop.key.put(SUPPLIERS + "/" + supplier, "{}").status()).isEqualTo(404);
        assertThat(found("")).isEmpty();
        assertThat(shop.get(order).data("supplierId")).isEqualTo(supplier);
        assertThat(shop.get(order).data("supplierName")).isEqualTo("علي");
        well(shop.moves(order, "Received"));
        assertThat(shop.key
                        .post(
                                Buying.ORDERS,
                                Buying.with(Buying.order().put("supplierId", supplier), shop.lists("LILY"), 1, 1))
                        .faults())
                .containsExactly("supplierId supplier.unknown");
    }

    @Test
    void a_supplier_who_is_owed_or_owes_something_is_not_deleted() {
        var supplier = shop.supplier("علي");
        var order = shop.sends(Buying.with(Buying.order().put("supplierId", supplier), shop.lists("ROSE"), 2, 10_000));
        well(shop.moves(order, "Received"));

        var owed = shop.key.delete(SUPPLIERS + "/" + supplier);
        assertThat(owed.status() + " " + owed.faults()).isEqualTo("409 [supplier.in_use]");
        assertThat(found("")).containsExactly("علي");
        shop.pays(order, 25_000);
        assertThat(shop.balance(supplier)).isEqualTo("-5000");
        assertThat(shop.key.delete(SUPPLIERS + "/" + supplier).faults()).containsExactly("supplier.in_use");
    }

    @Test
    void another_stores_supplier_is_unknown() {
        var theirs = Buying.opens(api).supplier("غيره");

        for (var reply : List.of(
                shop.key.get(SUPPLIERS + "/" + theirs),
                shop.key.put(SUPPLIERS + "/" + theirs, "{\"fullName\":7}"),
                shop.key.delete(SUPPLIERS + "/" + theirs),
                shop.key.get(SUPPLIERS + "/x"),
                shop.key.get(SUPPLIERS + "/%20"),
                shop.key.put(SUPPLIERS + "/%09", "{}"))) {
            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.faults()).containsExactly("resource.not_found");
        }
    }

    @Test
    void a_key_needs_the_scope_of_purchasing() {
        var key = api.withKey(shop.goods.shop().mints("purchasing:read"));

        assertThat(key.get(SUPPLIERS).status()).isEqualTo(200);
        assertThat(key.post(SUPPLIERS, "{\"fullName\":\"x\"}").status()).isEqualTo(403);
        assertThat(Shop.opens(api).key().get(SUPPLIERS).status()).isEqualTo(403);
    }
}
