package iq.sendy.dashboard;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Scenario;
import iq.sendy.Visitor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The tree that sorts products. */
@Scenario
class CategoryPagesTest {

    private static final String LIST = "/app/products/categories";

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
        var form = new HashMap<>(fields);
        form.put("_csrf", owner.opens(LIST).token());
        return owner.sends(path, form);
    }

    private String id(String name) {
        var names = goods.listed("/categories", "name");
        return goods.listed("/categories", "id").get(names.indexOf(name));
    }

    @Test
    void categories_are_added_below_one_another_and_shown_as_a_tree() {
        assertThat(sends(LIST, Map.of("name", "ورد", "sortOrder", "")).header("Location"))
                .isEqualTo(LIST + "?said=categories.added");
        sends(LIST, Map.of("name", "جوري", "parentCategoryId", id("ورد")));

        assertThat(goods.listed("/categories", "name")).containsExactlyInAnyOrder("ورد", "جوري");
        var page = owner.opens(LIST);
        assertThat(page.text()).contains("depth-0", "depth-1", "ورد › جوري");
        assertThat(owner.opens("/app/products/new").text()).contains("ورد › جوري");
        assertThat(owner.opens("/app/products?category=" + id("ورد")).text()).contains("لا نتائج");
    }

    @Test
    void a_category_is_renamed_and_never_stands_below_itself() {
        sends(LIST, Map.of("name", "ورد"));
        var path = LIST + "/" + id("ورد");

        sends(path, Map.of("name", "زهور", "sortOrder", "3"));
        var cycle = sends(path, Map.of("name", "زهور", "parentCategoryId", id("زهور")));
        var empty = sends(path, Map.of("name", ""));

        assertThat(owner.opens(path).text()).contains("value=\"زهور\"", "value=\"3\"");
        assertThat(cycle.text()).contains("id=\"parentCategoryId-wrong\"");
        assertThat(empty.text()).contains("id=\"name-wrong\"");
    }

    @Test
    void only_an_empty_one_is_deleted_and_it_is_asked_first() {
        sends(LIST, Map.of("name", "ورد"));
        var rose = id("ورد");
        well(goods.saves(Goods.product("ROSE").put("categoryId", rose)));
        var delete = LIST + "/" + rose + "/delete";

        assertThat(sends(delete, Map.of()).text()).contains("data-ask", "حذف \u2068ورد\u2069؟");
        assertThat(sends(delete, Map.of("sure", "yes")).header("Location")).endsWith("said=categories.used");
        well(goods.delete(
                "/catalog/products/" + goods.listed("/catalog/products", "id").getFirst()));
        assertThat(sends(delete, Map.of("sure", "yes")).header("Location")).endsWith("said=categories.deleted");
        assertThat(sends(delete, Map.of("sure", "yes")).header("Location")).endsWith("said=categories.deleted");
        assertThat(goods.listed("/categories", "name")).isEmpty();
    }

    @Test
    void whoever_only_looks_has_no_form_and_others_do_not_see_it() {
        sends(LIST, Map.of("name", "ورد"));
        var viewer = Visitor.staff(api, goods.shop(), "store.categories.view");

        var page = viewer.opens(LIST);

        assertThat(page.text()).contains("ورد").doesNotContain("name=\"sortOrder\"");
        for (var path : List.of(LIST, LIST + "/" + id("ورد"))) {
            assertThat(viewer.sends(path, Map.of("_csrf", page.token(), "name", "x"))
                            .status())
                    .isEqualTo(403);
        }
        assertThat(Visitor.of(api, Goods.opens(api).shop())
                        .opens(LIST + "/" + id("ورد"))
                        .status())
                .isEqualTo(404);
    }
}
