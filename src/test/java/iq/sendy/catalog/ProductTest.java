package iq.sendy.catalog;

import static iq.sendy.Goods.product;
import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Products: added and changed by their SKU, archived, tracked, found. */
@Scenario
public class ProductTest {

    @Autowired
    Api api;

    Goods goods;

    @BeforeEach
    void open() {
        goods = Goods.opens(api);
    }

    @Test
    void a_product_is_added_and_answered_whole() {
        var category =
                well(goods.post("/categories", Api.object().put("name", "ورد"))).data("id");
        var rose = product("ROSE");
        rose.putArray("imageUrls").add("https://cdn.example/1.jpg");
        var added = goods.saves(rose.put("description", "أحمر")
                .put("price", 25_000)
                .put("compareAtPrice", "٣٠٠٠٠")
                .put("cost", 12_000)
                .put("categoryId", category)
                .put("weightGrams", 700)
                .put("barcode", "٦٢٩١٠٤١٥٠٠٢١٣")
                .put("initialQuantity", 12));

        assertThat(added.status()).as(added.text()).isEqualTo(200);
        assertThat(added.data("sku")).isEqualTo("ROSE");
        assertThat(added.data("isActive")).isEqualTo("true");
        assertThat(added.data("price")).isEqualTo("25000");
        assertThat(added.data("compareAtPrice")).isEqualTo("30000");
        assertThat(added.data("imageUrls.0")).isEqualTo("https://cdn.example/1.jpg");
        assertThat(added.data("categoryId")).isEqualTo(category);
        assertThat(added.data("barcode")).isEqualTo("6291041500213");
        assertThat(added.data("trackInventory")).isEqualTo("true");
        assertThat(added.data("quantityAvailable")).isEqualTo("12");
        assertThat(added.data("archivedAt")).isEqualTo("null");
        assertThat(well(goods.get("/catalog/products/" + added.data("id"))).data())
                .isEqualTo(added.data());
        assertThat(well(goods.get("/products/" + added.data("id"))).data()).isEqualTo(added.data());
    }

    @Test
    void a_field_left_out_keeps_its_value_and_null_clears_it() {
        var before = well(goods.saves(product("A")
                .put("price", 5_000)
                .put("description", "x")
                .put("isActive", false)
                .put("trackInventory", false)
                .put("weightGrams", 10)));

        var kept = well(
                goods.saves(Api.object().put("sku", "A").put("price", 6_000).put("initialQuantity", 9)));
        assertThat(kept.data("id")).isEqualTo(before.data("id"));
        assertThat(kept.data("name")).isEqualTo(before.data("name"));
        assertThat(kept.data("price")).isEqualTo("6000");
        assertThat(kept.data("isActive")).isEqualTo("false");
        assertThat(kept.data("weightGrams")).isEqualTo("10");
        assertThat(kept.data("trackInventory")).isEqualTo("false");
        assertThat(goods.listed("/catalog/inventory?sku=A", "quantityOnHand")).containsExactly("0");

        var cleared = well(goods.put(
                "/catalog/products/" + before.data("id"),
                "{\"price\":null,\"isActive\":null,\"imageUrls\":null,\"weightGrams\":null,\"trackInventory\":null}"));
        assertThat(cleared.data("price")).isEqualTo("null");
        assertThat(cleared.data("isActive")).isEqualTo("true");
        assertThat(cleared.data("imageUrls")).isEqualTo("[]");
        assertThat(cleared.data("weightGrams")).isEqualTo("null");
        assertThat(cleared.data("description")).isEqualTo("x");
    }

    @Test
    void everything_wrong_is_said_at_once() {
        assertThat(goods.post(
                                "/catalog/products",
                                "{\"name\":null,\"price\":2.5,\"cost\":-1,\"weightGrams\":\"x\",\"imageUrls\":[\"http://a.b/c\",7],"
                                        + "\"categoryId\":\"0195b1c2-7a3e-7c41-9d52-3f0a6b8e1d27\",\"initialQuantity\":100000001}")
                        .faults())
                .containsExactly(
                        "categoryId category.unknown",
                        "cost field.out_of_range",
                        "imageUrls[0] field.invalid",
                        "imageUrls[1] field.invalid",
                        "initialQuantity field.out_of_range",
                        "name field.required",
                        "price money.fraction",
                        "sku field.required",
                        "weightGrams field.invalid");
        assertThat(goods.post("/catalog/products", "{\"sku\":\"NEW\"}").faults())
                .containsExactly("name field.required");
        assertThat(goods.post("/products", "{\"sku\":null,\"name\":\"x\"}").faults())
                .containsExactly("sku field.required");
        assertThat(goods.saves(product("A".repeat(101))).faults()).containsExactly("sku field.too_long");
        var tooMany = product("A");
        var urls = tooMany.putArray("imageUrls");
        IntStream.range(0, 21).forEach(i -> urls.add("https://a.example/" + i));
        assertThat(goods.saves(tooMany).faults()).containsExactly("imageUrls field.out_of_range");
    }

    @Test
    void another_stores_category_is_unknown() {
        var other = Goods.opens(api);
        var theirs =
                well(other.post("/categories", Api.object().put("name", "x"))).data("id");

        assertThat(goods.saves(product("A").put("categoryId", theirs)).faults())
                .containsExactly("categoryId category.unknown");
    }

    @Test
    void archiving_takes_a_product_off_the_shelf_and_its_sku_brings_it_back() {
        var id = goods.sells("A", 1_000, 3);

        var archived = well(goods.delete("/catalog/products/" + id));
        assertThat(archived.data("archivedAt")).isNotEqualTo("null");
        assertThat(archived.data("quantityAvailable")).isEqualTo("3");
        assertThat(well(goods.delete("/products/" + id)).data()).isEqualTo(archived.data());
        assertThat(goods.listed("/catalog/products", "sku")).isEmpty();
        assertThat(goods.listed("/catalog/inventory", "sku")).isEmpty();
        assertThat(well(goods.get("/catalog/products/" + id)).data()).isEqualTo(archived.data());
        var refused = goods.put("/catalog/products/" + id, "{\"name\":\"x\"}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.faults()).containsExactly("product.archived");

        var back = well(goods.post("/catalog/products", "{\"sku\":\"A\"}"));
        assertThat(back.data("id")).isEqualTo(id);
        assertThat(back.data("archivedAt")).isEqualTo("null");
        assertThat(back.data("quantityAvailable")).isEqualTo("3");
        assertThat(goods.listed("/catalog/inventory", "sku")).containsExactly("A");
    }

    @Test
    void the_length_of_the_lists_follows_every_product_that_comes_and_goes() {
        var lamp = goods.sells("LAMP", 1_000, 3);
        goods.saves(product("VASE"));
        goods.saves(product("VASE").put("price", 5));
        well(goods.post("/warehouses", "{\"name\":\"البصرة\"}"));
        assertThat(lengths()).containsExactly("2", "4");

        goods.delete("/catalog/products/" + lamp);
        goods.delete("/catalog/products/" + lamp);
        assertThat(lengths()).containsExactly("1", "2");
        assertThat(goods.put("/catalog/products/" + lamp, "{\"name\":\"x\"}").status())
                .isEqualTo(409);
        assertThat(goods.saves(product("NEW").put("categoryId", lamp)).status()).isEqualTo(400);
        assertThat(lengths()).containsExactly("1", "2");

        goods.saves(product("LAMP"));
        goods.saves(product("LAMP").put("trackInventory", false));
        assertThat(lengths()).containsExactly("2", "4");
        assertThat(well(goods.get("/products?isActive=true")).data("totalCount"))
                .isEqualTo("2");
    }

    private List<String> lengths() {
        return Stream.of("/products", "/catalog/inventory")
                .map(list -> well(goods.get(list)).data("totalCount"))
                .toList();
    }

    @Test
    void a_sku_changes_unless_it_is_taken() {
        var id = goods.sells("A", 1_000, 1);
        var gone = goods.sells("GONE", 1_000, 1);
        goods.delete("/catalog/products/" + gone);

        var changed = well(goods.put("/catalog/products/" + id, "{\"sku\":\"B\",\"name\":\"جديد\"}"));
        assertThat(changed.data("sku")).isEqualTo("B");
        assertThat(goods.listed("/catalog/inventory", "sku")).containsExactly("B");
        assertThat(goods.listed("/catalog/inventory", "productName")).containsExactly("جديد");
        assertThat(goods.put("/products/" + id, "{\"sku\":\"GONE\"}").faults())
                .containsExactly("sku product.sku_taken");
        assertThat(goods.put("/products/" + id, "{\"sku\":\"b\"}").status())
                .as("to the letter")
                .isEqualTo(200);
        assertThat(goods.put("/products/" + id, "{\"sku\":null}").faults()).containsExactly("sku field.required");
    }

    @Test
    void what_is_not_there_and_what_is_another_stores_look_alike() {
        var theirs = Goods.opens(api).sells("A", 1, 1);
        var unknown = goods.get("/products/0195b1c2-7a3e-7c41-9d52-3f0a6b8e1d27");
        assertThat(unknown.status()).isEqualTo(404);
        for (var id : List.of(theirs, "x", "1-1-1-1-1")) {
            assertThat(goods.get("/catalog/products/" + id).bytes()).as(id).isEqualTo(unknown.bytes());
            assertThat(goods.put("/catalog/products/" + id, "{\"price\":1}").bytes())
                    .isEqualTo(unknown.bytes());
            assertThat(goods.put("/catalog/products/" + id, "{\"price\":-1}").bytes())
                    .isEqualTo(unknown.bytes());
            assertThat(goods.delete("/products/" + id).bytes()).isEqualTo(unknown.bytes());
        }
    }

    @Test
    void tracking_follows_the_contract() {
        var unstated = well(goods.saves(product("U")));
        assertThat(unstated.data("trackInventory")).isEqualTo("false");
        assertThat(unstated.data("quantityAvailable")).isEqualTo("null");
        well(goods.put("/catalog/inventory/" + goods.row("U"), "{\"quantityOnHand\":5}"));
        assertThat(well(goods.get("/products/" + unstated.data("id"))).data("trackInventory"))
                .isEqualTo("true");
        assertThat(well(goods.get("/products/" + unstated.data("id"))).data("quantityAvailable"))
                .isEqualTo("5");

        var adjusted = well(goods.saves(product("D")));
        well(goods.post("/catalog/inventory/" + goods.row("D") + "/adjust", "{\"delta\":2,\"reason\":\"x\"}"));
        assertThat(well(goods.get("/products/" + adjusted.data("id"))).data("quantityAvailable"))
                .isEqualTo("2");

        var never = well(goods.saves(product("N").put("trackInventory", false).put("initialQuantity", 4)));
        well(goods.put("/catalog/inventory/" + goods.row("N"), "{\"quantityOnHand\":5}"));
        assertThat(well(goods.get("/products/" + never.data("id"))).data("trackInventory"))
                .isEqualTo("false");
        assertThat(well(goods.get("/products/" + never.data("id"))).data("quantityAvailable"))
                .isEqualTo("null");

        var stated = well(goods.saves(product("S").put("trackInventory", true)));
        assertThat(stated.data("quantityAvailable")).isEqualTo("0");
    }

    @Test
    void filters_hold_together() {
        var flowers = well(goods.post("/categories", Api.object().put("name", "زهور")))
                .data("id");
        var roses = well(goods.post(
                        "/categories", Api.object().put("name", "ورد").put("parentCategoryId", flowers)))
                .data("id");
        goods.saves(product("A").put("categoryId", flowers));
        goods.saves(product("B").put("categoryId", roses).put("isActive", false));
        goods.saves(product("C"));

        assertThat(goods.listed("/catalog/products", "sku")).containsExactly("C", "B", "A");
        assertThat(goods.listed("/catalog/products?categoryId=" + flowers, "sku"))
                .containsExactly("B", "A");
        assertThat(goods.listed("/catalog/products?categoryId=" + roses, "sku")).containsExactly("B");
        assertThat(goods.listed("/products?categoryId=" + flowers + "&isActive=true", "sku"))
                .containsExactly("A");
        assertThat(goods.listed("/products?sku=C", "sku")).containsExactly("C");
        assertThat(goods.listed("/products?sku=c", "sku")).isEmpty();
        assertThat(goods.listed("/products?categoryId=0195b1c2-7a3e-7c41-9d52-3f0a6b8e1d27", "sku"))
                .isEmpty();
        assertThat(goods.get("/products?categoryId=x&isActive=perhaps").faults())
                .containsExactly("categoryId filter.invalid", "isActive filter.invalid");
    }

    @Test
    void a_search_finds_a_name_however_it_is_spelt() {
        goods.saves(Api.object()
                .put("sku", "LAMP-100%")
                .put("name", "مصباح أُنسي الجميلة")
                .put("barcode", "629104"));
        goods.saves(Api.object().put("sku", "VASE").put("name", "مزهرية"));
        var other = Goods.opens(api);
        other.saves(Api.object().put("sku", "LAMP").put("name", "مصباح"));

        for (var q : List.of(
                "مصباح", "انسى", "إنسي", "الجميله", "مـصـبـاح", "lamp", "P-10", "100%", "629104", "٦٢٩١٠٤", "ح انس")) {
            assertThat(goods.listed("/products?q=" + Goods.encoded(q), "sku"))
                    .as(q)
                    .containsExactly("LAMP-100%");
        }
        for (var q : List.of("%", "_", "62910", "لا شيء", "مصباح VASE", "\\")) {
            assertThat(goods.listed("/products?q=" + Goods.encoded(q), "sku"))
                    .as(q)
                    .isEqualTo(q.equals("%") ? List.of("LAMP-100%") : List.of());
        }
        assertThat(goods.listed("/products?q=" + Goods.encoded("مز"), "sku")).containsExactly("VASE");
        assertThat(goods.get("/products?q=vase&page=2").data("totalCount")).isEqualTo("1");
        assertThat(goods.get("/products?q=vase&page=2").data().get("items")).isEmpty();
        var id = goods.listed("/products?q=VASE", "id").getFirst();
        goods.put("/products/" + id, "{\"name\":\"إناء\"}");
        assertThat(goods.listed("/products?q=" + Goods.encoded("مزهرية"), "sku"))
                .isEmpty();
        assertThat(goods.listed("/products?q=" + Goods.encoded("اناء"), "sku")).containsExactly("VASE");
    }

    @Test
    void pages_follow_a_cursor() {
        IntStream.range(0, 7).forEach(i -> goods.sells("S" + i, i, i));
        var seen = new ArrayList<String>();
        var page = well(goods.get("/products?per_page=3"));
        assertThat(page.data("totalCount")).isEqualTo("7");
        while (true) {
            page.data().get("items").forEach(item -> seen.add(item.get("sku").stringValue()));
            if (page.data().get("nextCursor").isNull()) {
                break;
            }
            goods.saves(product("LATER" + seen.size()));
            page = well(goods.get("/products?per_page=3&cursor=" + page.data("nextCursor")));
        }
        assertThat(seen).containsExactly("S6", "S5", "S4", "S3", "S2", "S1", "S0");
    }

    @Test
    void of_thirty_who_add_the_same_sku_at_once_one_adds_it() {
        var ids = Shop.atOnce(30, i -> {
            var saved = goods.saves(product("SAME").put("price", i).put("initialQuantity", 2));
            return saved.status() == 503 ? "busy" : well(saved).data("id");
        });

        assertThat(ids.stream().filter(id -> !id.equals("busy")).distinct()).hasSize(1);
        assertThat(goods.listed("/products", "quantityAvailable")).containsExactly("2");
    }

    @Test
    void both_doors_ask_for_their_right() {
        var reader = goods.shop().anonymous().withKey(goods.shop().mints("catalog:read"));
        assertThat(reader.post(Api.KEYS + "/catalog/products", product("A")).status())
                .isEqualTo(403);
        assertThat(reader.get(Api.KEYS + "/catalog/products").status()).isEqualTo(200);
        assertThat(goods.shop()
                        .owner()
                        .post(Api.STAFF + "/products", product("A"))
                        .status())
                .isEqualTo(200);
        assertThat(goods.shop().key().get(Api.KEYS + "/products").faults()).containsExactly("scope.missing");
    }
}
