package iq.sendy.dashboard;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.Visitor;
import iq.sendy.media.Pictures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The list of products and the page of one: found, added, priced in place, pictured, archived and brought back. */
@Scenario
class ProductPagesTest {

    private static final String LIST = "/app/products";

    @Autowired
    Api api;

    private Goods goods;
    private Visitor owner;

    @BeforeEach
    void open() {
        goods = Goods.opens(api);
        owner = Visitor.of(api, goods.shop());
    }

    private Visitor.Shown sends(String path, Map<String, String> fields) {
        var form = new LinkedHashMap<>(fields);
        form.put("_csrf", owner.opens(LIST).token());
        return owner.sends(path, form);
    }

    private String price(String product) {
        return well(goods.get("/catalog/products/" + product)).data("price");
    }

    @Test
    void the_list_shows_name_price_and_what_is_left() {
        goods.sells("ROSE", 25_000, 120);
        goods.sells("LILY", 4_000, 2);

        var list = owner.opens(LIST);

        assertThat(list.status()).as(list::toString).isEqualTo(200);
        assertThat(list.text()).contains("باقة ROSE", "value=\"25,000\"", ">120<", "قليل:", ">2<");
        assertThat(owner.opens(LIST + "?q=LILY").text()).contains("باقة LILY").doesNotContain("باقة ROSE");
        assertThat(owner.opens(LIST + "?shown=no").text()).contains("لا نتائج");
    }

    @Test
    void a_price_is_changed_in_the_list_and_leads_back_to_it() {
        var rose = goods.sells("ROSE", 25_000, 1);

        var changed = sends(LIST + "/" + rose + "/price", Map.of("price", "٣٠,٠٠٠", "back", LIST + "?q=ROSE"));

        assertThat(changed.header("Location")).isEqualTo(LIST + "?q=ROSE&said=products.priced");
        assertThat(owner.opens(changed.header("Location")).text()).contains("تغيّر السعر", "value=\"30,000\"");
        sends(LIST + "/" + rose + "/price", Map.of("price", "", "cost", "5"));
        assertThat(price(rose)).isEqualTo("null");
        assertThat(well(goods.get("/catalog/products/" + rose)).data("cost")).isEqualTo("null");
    }

    @Test
    void a_price_that_cannot_be_read_comes_back_as_it_was_typed() {
        var rose = goods.sells("ROSE", 25_000, 1);

        var refused = sends(LIST + "/" + rose + "/price", Map.of("price", "كثير", "back", "https://evil.example/"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("value=\"كثير\"", "صحّح ما يلي").doesNotContain("evil");
        assertThat(price(rose)).isEqualTo("25000");
    }

    @Test
    void a_product_is_added_once_however_often_its_button_is_tapped() {
        var form = Map.of(
                "name", "جوري أحمر", "sku", "RED-1", "price", "12,500", "initialQuantity", "7", "isActive", "true");

        var added = sends(LIST, form);
        var again = sends(LIST, form);

        assertThat(added.header("Location")).endsWith("?said=products.created");
        assertThat(again.header("Location")).isEqualTo(added.header("Location"));
        assertThat(goods.listed("/catalog/products?sku=RED-1", "quantityAvailable"))
                .containsExactly("7");
        var page = owner.opens(added.header("Location"));
        assertThat(page.text()).contains("أُضيف المنتج", "value=\"جوري أحمر\"", "value=\"12,500\"");
    }

    @Test
    void a_new_product_never_overwrites_the_one_that_has_its_code() {
        goods.sells("ROSE", 25_000, 1);

        var taken = sends(LIST, Map.of("name", "غيره", "sku", "ROSE", "price", "1"));
        var empty = sends(LIST, Map.of("name", "", "sku", " ", "price", "-1"));

        assertThat(taken.status()).isEqualTo(400);
        assertThat(taken.text()).contains("id=\"sku-wrong\"", "value=\"غيره\"");
        assertThat(empty.text()).contains("اكتب رمز المنتج", "اكتب الاسم", "id=\"price-wrong\"");
        assertThat(goods.listed("/catalog/products", "name")).containsExactly("باقة ROSE");
    }

    @Test
    void what_is_wrong_is_told_in_the_order_of_the_form() {
        var form = new LinkedHashMap<String, String>();
        for (var field : List.of("name", "price", "sku", "weightGrams")) {
            form.put(field, field.equals("name") || field.equals("sku") ? "" : "كثير");
        }

        var refused = sends(LIST, form);

        assertThat(refused.text())
                .containsSubsequence("href=\"#name\"", "href=\"#price\"", "href=\"#sku\"", "href=\"#weightGrams\"");
    }

    @Test
    void a_product_is_changed_and_what_its_form_lacks_stays() {
        var rose = well(goods.saves(Goods.product("ROSE")
                        .put("price", 9_000)
                        .put("initialQuantity", 3)
                        .put("weightGrams", 700)))
                .data("id");

        var saved = sends(
                LIST + "/" + rose,
                Map.of(
                        "name",
                        "جوري",
                        "price",
                        "8000",
                        "compareAtPrice",
                        "9000",
                        "barcode",
                        "٦٢٩",
                        "isActive",
                        "false"));

        assertThat(saved.header("Location")).isEqualTo(LIST + "/" + rose + "?said=products.saved");
        var now = well(goods.get("/catalog/products/" + rose));
        assertThat(List.of(now.data("name"), now.data("compareAtPrice"), now.data("barcode"), now.data("isActive")))
                .containsExactly("جوري", "9000", "629", "false");
        assertThat(now.data("weightGrams")).isEqualTo("700");
        assertThat(owner.opens(LIST + "?shown=no").text()).contains("جوري", "مخفي");
    }

    @Test
    void an_archived_product_is_brought_back_by_undo() {
        var rose = goods.sells("ROSE", 25_000, 1);

        var gone = sends(LIST + "/" + rose + "/archive", Map.of());
        var list = owner.opens(gone.header("Location"));

        assertThat(list.text()).contains("أُرشف:", "تراجع", "/" + rose + "/restore");
        assertThat(goods.listed("/catalog/products", "sku")).isEmpty();
        assertThat(owner.opens(LIST + "/" + rose).text()).contains("مؤرشف");
        sends(LIST + "/" + rose + "/restore", Map.of());
        sends(LIST + "/" + rose + "/restore", Map.of());
        assertThat(goods.listed("/catalog/products", "sku")).containsExactly("ROSE");
        assertThat(price(rose)).isEqualTo("25000");
    }

    @Test
    void pictures_are_uploaded_put_first_and_removed() {
        var rose = goods.sells("ROSE", 25_000, 1);
        var page = LIST + "/" + rose;
        var upload = page + "/picture?_csrf=" + owner.opens(page).token();

        assertThat(owner.sendsFile(upload, Pictures.jpeg(40, 30)).header("Location"))
                .isEqualTo(page + "?said=products.picture.added");
        owner.sendsFile(upload, Pictures.png(30, 30));
        assertThat(owner.sendsFile(upload, Pictures.png(30, 30)).header("Location"))
                .as("the same once more")
                .isEqualTo(page + "?said=products.picture.added");
        var broken = owner.sendsFile(upload, Pictures.text("no picture"));
        var nothing = owner.sendsFile(upload, new byte[0]);

        assertThat(broken.status()).isEqualTo(400);
        assertThat(broken.text()).contains("class=\"wrong\" role=\"alert\"", "JPEG, PNG, WebP");
        assertThat(nothing.status()).isEqualTo(400);
        assertThat(owner.sendsFile(page + "/picture?_csrf=no", Pictures.jpeg(9, 9))
                        .status())
                .isEqualTo(403);
        var second = well(goods.get("/catalog/products/" + rose)).data("imageUrls.1");
        sends(page + "/pictures", Map.of("picture", second, "act", "first"));
        assertThat(well(goods.get("/catalog/products/" + rose)).data("imageUrls.0"))
                .isEqualTo(second);
        assertThat(owner.opens(LIST).text()).contains("src=\"/media/", "?w=180\"");
        sends(page + "/pictures", Map.of("picture", second, "act", "remove"));
        sends(page + "/pictures", Map.of("picture", second, "act", "remove"));
        assertThat(well(goods.get("/catalog/products/" + rose))
                        .data()
                        .get("imageUrls")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void pictures_that_are_uploaded_at_once_are_all_there() {
        var rose = goods.sells("ROSE", 25_000, 1);
        var page = LIST + "/" + rose;
        var upload = page + "/picture?_csrf=" + owner.opens(page).token();
        owner.sendsFile(upload, Pictures.jpeg(30, 30));
        var first = well(goods.get("/catalog/products/" + rose)).data("imageUrls.0");

        Shop.atOnce(
                6,
                i -> i < 5
                        ? owner.sendsFile(upload, Pictures.jpeg(40 + i, 30))
                        : sends(page + "/pictures", Map.of("picture", first, "act", "remove")));

        assertThat(well(goods.get("/catalog/products/" + rose)).data("imageUrls"))
                .doesNotContain(first)
                .satisfies(urls -> assertThat(urls.split("/media/", -1)).hasSize(6));
    }

    @Test
    void the_form_of_its_words_takes_no_address_of_a_picture() {
        var rose = goods.sells("ROSE", 25_000, 1);
        var form = Map.of("name", "باقة جوري", "imageUrls", "javascript:alert(1)");

        assertThat(sends(LIST + "/" + rose, form).header("Location")).endsWith("said=products.saved");
        sends(LIST, Map.of("sku", "LILY", "name", "زنبق", "imageUrls", "https://elsewhere.example/x.jpg"));

        for (var product : well(goods.get("/catalog/products")).data().get("items")) {
            assertThat(product.get("imageUrls").size()).isZero();
        }
    }

    @Test
    void whoever_only_looks_has_no_buttons_and_is_refused_by_address() {
        var rose = goods.sells("ROSE", 25_000, 1);
        var viewer = Visitor.staff(api, goods.shop(), "store.products.view");

        var list = viewer.opens(LIST);

        assertThat(list.text()).contains("باقة ROSE", "25,000").doesNotContain("/price\"", "/app/products/new");
        assertThat(viewer.opens(LIST + "/" + rose).text())
                .contains("ROSE")
                .doesNotContain("/archive\"", "type=\"file\"");
        assertThat(viewer.opens(LIST + "/new").status()).isEqualTo(403);
        assertThat(viewer.sends(LIST + "/" + rose + "/price", Map.of("_csrf", list.token(), "price", "1"))
                        .status())
                .isEqualTo(403);
        assertThat(Visitor.staff(api, goods.shop(), "store.orders.view")
                        .opens("/app/more")
                        .text())
                .doesNotContain(LIST);
    }

    @Test
    void products_of_others_and_none_at_all_are_the_same() {
        var strange = Goods.opens(api).sells("ROSE", 1_000, 1);

        for (var id : List.of(strange, UUID.randomUUID().toString(), "x")) {
            assertThat(owner.opens(LIST + "/" + id).status()).as(id).isEqualTo(404);
            assertThat(sends(LIST + "/" + id + "/price", Map.of("price", "5")).status())
                    .isEqualTo(404);
            assertThat(sends(LIST + "/" + id + "/archive", Map.of()).status()).isEqualTo(404);
        }
    }

    @Test
    void every_language_reads_it() {
        var rose = goods.sells("ROSE", 25_000, 1);
        for (var language : List.of("en", "ckb")) {
            var reader = new Visitor(api.base(), language);
            reader.signsIn(goods.shop().ownerPhone(), Shop.PASSWORD);
            for (var path : List.of(LIST, LIST + "/new", LIST + "/" + rose)) {
                var page = reader.opens(path);
                assertThat(page.status()).as(path).isEqualTo(200);
                assertThat(page.text()).as(path).contains("lang=\"" + language + "\"");
            }
        }
    }
}
