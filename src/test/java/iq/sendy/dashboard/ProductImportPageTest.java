package iq.sendy.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.Visitor;
import iq.sendy.catalog.ProductTemplates;
import iq.sendy.kernel.Currency;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Products out of a file in the dashboard: tried, said row by row, carried along and stored. */
@Scenario
class ProductImportPageTest {

    private static final String LIST = "/app/products";
    private static final String IMPORT = LIST + "/import";
    private static final Pattern KEPT = Pattern.compile("name=\"kept\" value=\"([^\"]+)\"");

    private static final Pattern TRIED = Pattern.compile("name=\"tried\" value=\"([^\"]+)\"");

    private static final String GOOD = """
            رمز المنتج,الاسم,السعر,الكمية,ملاحظات
            ROSE,باقة جوري,"25,000",١٢,عاجل
            VASE,مزهرية,10000,,
            """;

    @Autowired
    Api api;

    @Autowired
    ProductTemplates templates;

    private Goods goods;
    private Visitor owner;

    @BeforeEach
    void open() {
        goods = Goods.opens(api);
        owner = Visitor.of(api, goods.shop());
    }

    private Visitor.Shown tries(String file) {
        return sends("", "name=\"file\"; filename=\"p.csv\"", file);
    }

    /** As the page sends it that showed what would come of the file. */
    private Visitor.Shown imports(Visitor.Shown tried, String store) {
        var kept = KEPT.matcher(tried.text());
        assertThat(kept.find()).as(tried::toString).isTrue();
        return sends("store=" + store + "&", "name=\"kept\"", kept.group(1));
    }

    private Visitor.Shown sends(String query, String part, String content) {
        return sends(query, part, content.getBytes(StandardCharsets.UTF_8));
    }

    private Visitor.Shown sends(String query, String part, byte[] content) {
        var token = owner.opens(IMPORT).token();
        return owner.sendsPart(IMPORT + "?" + query + "_csrf=" + token, part, content);
    }

    private List<String> skus() {
        return goods.listed("/catalog/products", "sku");
    }

    @Test
    void a_file_is_tried_and_then_imported_without_being_chosen_again() {
        goods.sells("VASE", 9_000, 3);

        var tried = tries(GOOD);

        assertThat(tried.status()).as(tried::toString).isEqualTo(200);
        assertThat(tried.text()).contains("لم يُحفظ شيء بعد", "باقة جوري", "25,000", "ملاحظات", "استيراد الكل");
        assertThat(tried.text()).doesNotContain("الصفوف الصحيحة");
        assertThat(skus()).containsExactly("VASE");
        var stored = imports(tried, "all");
        assertThat(stored.header("Location")).isEqualTo(LIST + "?said=products.imported&n=2");
        assertThat(owner.opens(stored.header("Location")).text()).contains("المنتجات المستوردة: 2", "مزهرية");
        assertThat(goods.listed("/catalog/products?sku=ROSE", "quantityAvailable"))
                .containsExactly("12");
        assertThat(imports(tried, "all").header("Location")).isEqualTo(stored.header("Location"));
        assertThat(skus()).containsExactlyInAnyOrder("ROSE", "VASE");
    }

    @Test
    void a_file_with_mistakes_says_them_row_by_row_and_stores_what_is_right_when_asked_to() {
        var tried = tries("sku,name,price\nA,أ,1000\nB,,x\nA,أ,1\nC,ج,2000\n");

        assertThat(tried.text())
                .contains("ما الخطأ", ">3</bdi></th><td><bdi>الاسم", ">3</bdi></th><td><bdi>السعر", ">4</bdi></th>")
                .contains("استيراد الصفوف الصحيحة فقط")
                .doesNotContain("استيراد الكل");
        var refused = imports(tried, "all");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("صحّح الصفوف أدناه", "name=\"kept\"");
        assertThat(skus()).isEmpty();
        var part = imports(tried, "good").header("Location");
        assertThat(part).endsWith("?said=products.imported.part&n=2");
        assertThat(owner.opens(part).text()).contains("وتُركت صفوف: 2");
        assertThat(skus()).containsExactlyInAnyOrder("A", "C");
    }

    @Test
    void no_file_and_one_that_is_none_say_so_at_the_field() {
        for (var wrong : List.of(
                sends("", "name=\"other\"", "x"),
                sends("store=all&", "name=\"kept\"", "%%%"),
                tries(""),
                tries("name,price\nx,1\n"),
                tries("<html></html>"))) {
            assertThat(wrong.status()).as(wrong::toString).isEqualTo(400);
            assertThat(wrong.text()).contains("id=\"file-wrong\"", "صحّح ما يلي");
        }
        assertThat(owner.sendsFile(IMPORT + "?_csrf=no", GOOD.getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(403);
        assertThat(skus()).isEmpty();
    }

    @Test
    void a_large_file_is_not_carried_along_and_is_asked_for_again() {
        var large = "sku,name,notes\n"
                + IntStream.range(0, 10)
                        .mapToObj(row -> "R" + row + ",ورد," + "ن".repeat(30_000) + "\n")
                        .collect(Collectors.joining());
        var tried = tries(large);

        assertThat(tried.status()).isEqualTo(200);
        assertThat(tried.text()).contains("أكبر من أن يُحمل").doesNotContain("name=\"kept\"");

        var other = chosenAgain(tried, large.replace("R9,", "X9,"));
        assertThat(other.status()).as(other::toString).isEqualTo(200);
        assertThat(other.text()).contains("هذا ملف غير الذي جُرّب", ">X9</bdi>");
        assertThat(skus()).isEmpty();
        assertThat(chosenAgain(tried, large).header("Location")).endsWith("?said=products.imported&n=10");
        assertThat(skus()).hasSize(10).doesNotContain("X9");
    }

    private Visitor.Shown chosenAgain(Visitor.Shown tried, String file) {
        var digest = TRIED.matcher(tried.text());
        assertThat(digest.find()).as(tried::toString).isTrue();
        return owner.sendsFile(
                IMPORT + "?store=all&_csrf=" + tried.token(),
                Map.of("tried", digest.group(1)),
                file.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({"ar, باقة جوري أحمر", "ckb, گوڵی سوور", "en, Red roses"})
    void the_template_is_a_file_that_can_be_imported(String language, String name) throws IOException {
        var workbook = templates.workbook(language, Currency.IQD);

        var tried = sends("", "name=\"file\"; filename=\"products.xlsx\"", workbook);

        assertThat(tried.text()).contains("ROSE-RED", "25,000", name).doesNotContain("أعمدة لا تُقرأ", "ما الخطأ");
        assertThat(owner.opens(IMPORT + "/template").header("Content-Disposition"))
                .contains("products.xlsx");
    }

    @Test
    void whoever_may_not_change_products_is_not_led_there() {
        var viewer = Visitor.staff(api, goods.shop(), "store.products.view");

        assertThat(viewer.opens(LIST).text()).doesNotContain(IMPORT, LIST + "/new");
        assertThat(viewer.opens(IMPORT).status()).isEqualTo(403);
        assertThat(viewer.opens(IMPORT + "/template").status()).isEqualTo(403);
        var token = viewer.opens(LIST).token();
        assertThat(viewer.sendsFile(IMPORT + "?store=all&_csrf=" + token, GOOD.getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void an_empty_shop_is_led_there_and_every_language_reads_it() {
        for (var language : List.of("en", "ckb", "ar")) {
            var reader = new Visitor(api.base(), language);
            reader.signsIn(goods.shop().ownerPhone(), Shop.PASSWORD);
            assertThat(reader.opens(LIST).text().split(IMPORT, -1)).hasSize(3);
            assertThat(reader.opens(IMPORT).text()).contains("lang=\"" + language + "\"");
        }
    }
}
