package iq.sendy.catalog;

import static iq.sendy.Goods.product;
import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Categories and package sizes. */
@Scenario
class CategoryTest {

    @Autowired
    Api api;

    Goods goods;

    @BeforeEach
    void open() {
        goods = Goods.opens(api);
    }

    private String category(String name, String parent) {
        var body = Api.object().put("name", name);
        return well(goods.post("/categories", parent.isEmpty() ? body : body.put("parentCategoryId", parent)))
                .data("id");
    }

    @Test
    void categories_stand_in_their_own_order() {
        goods.post("/categories", Api.object().put("name", "ب").put("sortOrder", 20));
        goods.post("/categories", Api.object().put("name", "أ").put("sortOrder", 10));
        goods.post("/categories", Api.object().put("name", "ج").put("sortOrder", 30));

        assertThat(goods.listed("/categories", "name")).containsExactly("أ", "ب", "ج");
        var first = well(goods.get("/categories?per_page=2"));
        assertThat(goods.listed("/categories?per_page=2&cursor=" + first.data("nextCursor"), "name"))
                .containsExactly("ج");
    }

    @Test
    void a_category_never_stands_below_itself() {
        var top = category("top", "");
        var middle = category("middle", top);
        var low = category("low", middle);

        for (var below : new String[] {top, middle, low}) {
            assertThat(goods.put("/categories/" + top, Api.object().put("parentCategoryId", below))
                            .faults())
                    .containsExactly("parentCategoryId category.cycle");
        }
        assertThat(well(goods.put("/categories/" + low, "{\"parentCategoryId\":null}"))
                        .data("parentCategoryId"))
                .isEqualTo("null");
        assertThat(well(goods.put("/categories/" + top, Api.object().put("parentCategoryId", low)))
                        .data("parentCategoryId"))
                .isEqualTo(low);
        assertThat(goods.put(
                                "/categories/" + top,
                                Api.object().put("parentCategoryId", "0195b1c2-7a3e-7c41-9d52-3f0a6b8e1d27"))
                        .faults())
                .containsExactly("parentCategoryId category.unknown");
    }

    @Test
    void a_category_in_use_is_not_deleted() {
        var top = category("top", "");
        var below = category("below", top);
        var product = well(goods.saves(product("A").put("categoryId", below))).data("id");

        assertThat(goods.delete("/categories/" + top).faults()).containsExactly("category.in_use");
        assertThat(goods.delete("/categories/" + below).faults()).containsExactly("category.in_use");
        goods.delete("/products/" + product);
        assertThat(goods.delete("/categories/" + below).status()).isEqualTo(200);
        assertThat(goods.delete("/categories/" + below).status()).isEqualTo(404);
        assertThat(well(goods.get("/products/" + product)).data("categoryId")).isEqualTo("null");
        assertThat(goods.delete("/categories/" + top).status()).isEqualTo(200);
    }

    @Test
    void what_is_wrong_with_a_category_is_said_at_once() {
        assertThat(goods.post(
                                "/categories",
                                "{\"sortOrder\":\"x\",\"parentCategoryId\":\"0195b1c2-7a3e-7c41-9d52-3f0a6b8e1d27\"}")
                        .faults())
                .containsExactly("name field.required", "parentCategoryId category.unknown", "sortOrder field.invalid");
        var theirs =
                well(Goods.opens(api).post("/categories", "{\"name\":\"x\"}")).data("id");
        var unknown = goods.get("/categories/0195b1c2-7a3e-7c41-9d52-3f0a6b8e1d27");
        assertThat(goods.get("/categories/" + theirs).bytes()).isEqualTo(unknown.bytes());
        assertThat(goods.put("/categories/" + theirs, "{\"name\":null}").bytes())
                .isEqualTo(unknown.bytes());
        assertThat(goods.put("/categories/" + theirs, "{\"name\":\"y\"}").bytes())
                .isEqualTo(unknown.bytes());
        assertThat(goods.delete("/categories/" + theirs).bytes()).isEqualTo(unknown.bytes());
        assertThat(goods.post("/categories", Api.object().put("name", "y").put("parentCategoryId", theirs))
                        .faults())
                .containsExactly("parentCategoryId category.unknown");
    }

    @Test
    void two_moves_at_once_close_no_circle() {
        for (var round = 0; round < 10; round++) {
            var a = category("a", "");
            var b = category("b", "");
            var answers = Shop.atOnce(
                    2,
                    i -> goods.put(
                                    "/categories/" + (i == 0 ? a : b),
                                    Api.object().put("parentCategoryId", i == 0 ? b : a))
                            .status());
            assertThat(answers).containsExactlyInAnyOrder(200, 400);
        }
    }

    @Test
    void a_new_default_package_size_takes_over() {
        var first = well(goods.post(
                "/package-sizes", "{\"name\":\"صغير\",\"lengthCm\":30,\"widthCm\":20.5,\"isDefault\":true}"));
        var second =
                well(goods.post("/package-sizes", "{\"name\":\"كبير\",\"isDefault\":true,\"maxWeightGrams\":2000}"));

        assertThat(first.data("lengthCm")).isEqualTo("30");
        assertThat(goods.listed("/package-sizes", "isDefault")).containsExactly("true", "false");
        assertThat(well(goods.put("/package-sizes/" + first.data("id"), "{\"isDefault\":true,\"widthCm\":null}"))
                        .data("widthCm"))
                .isEqualTo("null");
        assertThat(goods.listed("/package-sizes", "isDefault")).containsExactly("false", "true");
        assertThat(goods.delete("/package-sizes/" + first.data("id")).status()).isEqualTo(200);
        assertThat(goods.delete("/package-sizes/" + first.data("id")).status()).isEqualTo(404);
        assertThat(goods.listed("/package-sizes", "isDefault")).containsExactly("false");
        assertThat(goods.post("/package-sizes", "{\"lengthCm\":0,\"maxWeightGrams\":0}")
                        .faults())
                .containsExactly(
                        "lengthCm field.out_of_range", "maxWeightGrams field.out_of_range", "name field.required");
        assertThat(goods.put("/package-sizes/" + second.data("id"), "{\"name\":null}")
                        .faults())
                .containsExactly("name field.required");
        assertThat(Goods.opens(api)
                        .put("/package-sizes/" + second.data("id"), "{\"name\":\"x\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void of_thirty_defaults_at_once_one_is_left() {
        Shop.atOnce(
                30,
                i -> goods.post("/package-sizes", "{\"name\":\"" + i + "\",\"isDefault\":true}")
                        .status());

        assertThat(goods.listed("/package-sizes?per_page=100", "isDefault"))
                .filteredOn("true"::equals)
                .hasSize(1);
    }
}
