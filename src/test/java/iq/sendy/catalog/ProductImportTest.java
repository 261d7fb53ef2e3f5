package iq.sendy.catalog;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Scenario;
import iq.sendy.platform.sheets.Workbook;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Sheets of products, as shops have them. */
@Scenario
class ProductImportTest {

    private static final String ARABIC = """
            رمز المنتج,الاسم,السعر,الكمية,الفئة,فعال
            ROSE,باقة جوري,"25,000",١٢,ورد,نعم
            VASE,مزهرية,10000,,,لا
            """;

    @Autowired
    Api api;

    Goods goods;

    @BeforeEach
    void open() {
        goods = Goods.opens(api);
        well(goods.post("/categories", Api.object().put("name", "وردٌ")));
    }

    private Api.Reply imports(byte[] file, String query) {
        return imports(goods.key(), file, query);
    }

    private static Api.Reply imports(Api key, byte[] file, String query) {
        return imports(key, file, query, "xyz");
    }

    private static Api.Reply imports(Api key, byte[] file, String query, String boundary) {
        var form = new ByteArrayOutputStream();
        form.writeBytes(
                ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"p.bin\"\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(file);
        form.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return key.withHeader("Content-Type", "multipart/form-data; boundary=" + boundary)
                .send(
                        "POST",
                        Api.KEYS + "/catalog/products/import" + query,
                        BodyPublishers.ofByteArray(form.toByteArray()),
                        false);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void arabic_headers_are_read_in_every_encoding_that_excel_writes() {
        var mark = "\uFEFF";
        for (var file : new byte[][] {
            utf8(ARABIC),
            utf8(mark + ARABIC),
            (mark + ARABIC).getBytes(StandardCharsets.UTF_16LE),
            (mark + ARABIC).getBytes(StandardCharsets.UTF_16BE),
            ARABIC.replace("١٢", "12").getBytes(Charset.forName("windows-1256"))
        }) {
            goods = Goods.opens(api);
            well(goods.post("/categories", Api.object().put("name", "ورد")));
            var imported = well(imports(file, ""));
            assertThat(imported.data("created")).isEqualTo("2");
            assertThat(goods.listed("/products?sku=ROSE", "price")).containsExactly("25000");
            assertThat(goods.listed("/products?sku=ROSE", "name")).containsExactly("باقة جوري");
            assertThat(goods.listed("/products?sku=ROSE", "quantityAvailable")).containsExactly("12");
            assertThat(goods.listed("/products?isActive=false", "sku")).containsExactly("VASE");
        }
    }

    @Test
    void sorani_headers_are_read_however_their_letters_were_typed() {
        var sorani = """
                کۆدی کاڵا,ناو,نرخ,نرخی پێش داشکاندن,تێچوو,ژمارە,پۆل,بارکۆد,کێش بە گرام,وەسف,پیشاندراوە
                ROSE,گوڵ,"25,000",30000,15000,١٢,ورد,629104150,700,تازە,بەڵێ
                VASE,گوڵدان,10000,,,,,,,,نەخێر
                """;
        for (var file : List.of(sorani, sorani.replace('ک', 'ك').replace('ی', 'ي'))) {
            goods = Goods.opens(api);
            well(goods.post("/categories", Api.object().put("name", "ورد")));

            var imported = well(imports(utf8(file), ""));

            assertThat(imported.data("created")).isEqualTo("2");
            assertThat(imported.data("ignoredColumns")).isEqualTo("[]");
            var rose = well(goods.get("/products?sku=ROSE"));
            assertThat(rose.data("items.0.name")).isEqualTo("گوڵ");
            assertThat(rose.data("items.0.price")).isEqualTo("25000");
            assertThat(rose.data("items.0.compareAtPrice")).isEqualTo("30000");
            assertThat(rose.data("items.0.weightGrams")).isEqualTo("700");
            assertThat(rose.data("items.0.quantityAvailable")).isEqualTo("12");
            assertThat(goods.listed("/products?isActive=false", "sku")).containsExactly("VASE");
        }
    }

    @Test
    void a_second_import_changes_what_is_there() {
        well(imports(utf8(ARABIC), ""));
        var again = well(imports(utf8("sku;price\r\nROSE;26000\r\n"), ""));

        assertThat(again.data("updated")).isEqualTo("1");
        assertThat(goods.listed("/products?sku=ROSE", "price")).containsExactly("26000");
        assertThat(goods.listed("/products?sku=ROSE", "quantityAvailable")).containsExactly("12");
    }

    @Test
    void a_name_that_is_missing_is_said_with_all_else_that_is_wrong() {
        well(goods.saves(Goods.product("OLD").put("price", 1_000)));
        var file = utf8("sku,name,price\nNEW,,x\nOLD,,x\nFIRST,ف,1\nLATER,,x\n,,x\n");

        var tried = well(imports(file, "?dryRun=true"));

        assertThat(tried.data()
                        .get("errors")
                        .valueStream()
                        .map(error -> error.get("field").stringValue()))
                .containsExactlyInAnyOrder(
                        "rows[2].price",
                        "rows[2].name",
                        "rows[3].price",
                        "rows[5].price",
                        "rows[5].name",
                        "rows[6].price",
                        "rows[6].sku",
                        "rows[6].name");
        assertThat(tried.data("failed")).isEqualTo("4");
    }

    @Test
    void one_faulty_row_stores_nothing_unless_partial() {
        var file = utf8("SKU,Name,Price,Category\nA,أ,1000,\nB,,2000,\nC,ج,12.5,\nA,أ,1,\n,د,1,\nF,ف,1,لا شيء\n");

        var refused = imports(file, "");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.faults())
                .containsExactly(
                        "rows[3].name field.required",
                        "rows[4].price money.fraction",
                        "rows[5].sku product.sku_repeated",
                        "rows[6].sku field.required",
                        "rows[7].category category.unknown");
        assertThat(goods.listed("/products", "sku")).isEmpty();

        var trial = well(imports(file, "?dryRun=true&partial=true"));
        assertThat(trial.data("created")).isEqualTo("1");
        assertThat(trial.data("failed")).isEqualTo("5");
        assertThat(goods.listed("/products", "sku")).isEmpty();

        var partial = well(imports(file, "?partial=true"));
        assertThat(partial.data("created")).isEqualTo("1");
        assertThat(partial.data().get("errors")).hasSize(5);
        assertThat(goods.listed("/products", "sku")).containsExactly("A");
    }

    @Test
    void a_workbook_is_read_and_a_bomb_is_not() throws IOException {
        var cells =
                "<c r=\"A%1$s\" t=\"inlineStr\"><is><t>%2$s</t></is></c><c r=\"B%1$s\" t=\"inlineStr\"><is><t>%3$s</t></is></c><c r=\"C%1$s\"%4$s</c>";
        var sheet = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                + "<row r=\"1\">" + cells.formatted(1, "sku", "الاسم", " t=\"inlineStr\"><is><t>السعر</t></is>")
                + "</row>"
                + "<row r=\"3\">" + cells.formatted(3, "X1", "مصباح", "><v>25000</v>")
                + "</row></sheetData></worksheet>";

        assertThat(well(imports(workbook(sheet), "")).data("created")).isEqualTo("1");
        assertThat(goods.listed("/products?sku=X1", "price")).containsExactly("25000");
        assertThat(imports(workbook(sheet + " ".repeat(120 << 20)), "").faults())
                .containsExactly("file file.unreadable");
        assertThat(imports(new byte[] {'P', 'K', 3, 4, 0, 0}, "").faults()).containsExactly("file file.unreadable");
    }

    private static byte[] workbook(String sheet) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var parts = Map.of(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>",
                "xl/workbook.xml",
                "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"s\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
                "xl/worksheets/sheet1.xml",
                sheet);
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(utf8(part.getValue()));
            }
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1e999999999", "1E+900000000", "1e99999999", "-1E+900000000", "1e-999999999", "1e2147483648"})
    void a_number_that_is_short_to_write_and_long_to_have_is_a_fault_of_its_row(String number) {
        var refused = imports(Workbook.priced(number).bytes(), "");

        assertThat(refused.status()).as(refused::toString).isEqualTo(400);
        assertThat(refused.faults()).singleElement().asString().startsWith("rows[2].price field.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FXSHRXW1", "XFE1", "A99999999", "1A", "A-1", "AAAAAAAAAAAAAAAAAAAAAAA1"})
    void a_cell_that_stands_outside_of_every_sheet_makes_the_file_unreadable(String reference) {
        var file = Workbook.of("<row r=\"1\">" + Workbook.text("A1", "sku") + "</row><row r=\"2\">"
                        + Workbook.text(reference, "X1") + "</row>")
                .bytes();

        var refused = imports(file, "");

        assertThat(refused.status()).as(refused::toString).isEqualTo(400);
        assertThat(refused.faults()).containsExactly("file file.unreadable");
    }

    @Test
    void a_workbook_that_two_readers_unpack_differently_is_unreadable() {
        var shown = Workbook.priced("1").stored();
        var bomb = Workbook.priced("1").sharing("<si><t>" + " ".repeat(2 << 20) + "</t></si>");
        var file = new ByteArrayOutputStream();
        file.writeBytes(shown.bytes());
        file.writeBytes(bomb.bytes());

        var refused = imports(file.toByteArray(), "");

        assertThat(refused.status()).as(refused::toString).isEqualTo(400);
        assertThat(refused.faults()).containsExactly("file file.unreadable");
    }

    @Test
    void a_sheet_of_nothing_but_faults_lists_a_thousand_and_counts_the_rest() {
        var file = utf8("sku,name,price\n" + ",,x\n".repeat(3_000));

        var refused = imports(file, "");
        var partial = well(imports(file, "?partial=true"));

        var errors = refused.json().get("errors");
        assertThat(errors).hasSize(1_000);
        assertThat(errors.get(999).get("more").asLong()).isGreaterThanOrEqualTo(5_000);
        assertThat(partial.data("failed")).isEqualTo("3000");
        assertThat(partial.data().get("errors")).hasSize(1_000);
    }

    @Test
    void what_a_sheet_has_and_is_not_read_is_told() {
        var imported = well(imports(utf8("sku,name,سعر المنتج\nA1,x,25000\n"), ""));

        assertThat(imported.data().get("ignoredColumns")).hasSize(1);
        assertThat(imported.data().get("ignoredColumns").get(0).asString()).isEqualTo("سعر المنتج");
        assertThat(imports(utf8("sku,name,price,السعر\nA1,x,1,2\n"), "").faults())
                .containsExactly("file file.unreadable");
    }

    @Test
    void a_thousand_is_a_thousand_however_it_is_written() {
        well(imports(utf8("sku,name,price\nA,x,25.000\nB,x,\"25,000\"\nC,x,25\u066C000\n"), ""));

        assertThat(goods.listed("/products", "price")).containsExactly("25000", "25000", "25000");
        assertThat(imports(utf8("sku,name,price\nA30,x,25,000\n"), "").faults())
                .containsExactly("rows[2] field.invalid");
    }

    @Test
    void why_a_file_cannot_be_read_is_said_in_the_language_of_its_sender() {
        var arabic = goods.key().withHeader("Accept-Language", "ar");

        assertThat(imports(arabic, utf8("name,price\nx,1\n"), "").json().toString())
                .contains("لا يوجد عمود لرمز المنتج");
        assertThat(imports(utf8("name,price\nx,1\n"), "").json().toString()).contains("No column has the product code");
        assertThat(imports(utf8("<html>"), "").json().toString()).contains("web page", "reason");
    }

    @Test
    void a_key_for_repeats_imports_once() {
        var keyed = goods.key().withHeader("Idempotency-Key", "once");

        var first = imports(keyed, utf8(ARABIC), "");
        var second = imports(keyed, utf8(ARABIC), "");

        assertThat(first.data("created")).isEqualTo("2");
        assertThat(second.bytes()).isEqualTo(first.bytes());
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void a_key_for_repeats_knows_the_parts_and_not_what_is_between_them() {
        var keyed = goods.key().withHeader("Idempotency-Key", "each time another boundary");

        var first = imports(keyed, utf8(ARABIC), "", "----drawn-by-chance-1");
        var again = imports(keyed, utf8(ARABIC), "", "----drawn-by-chance-2");
        var other = imports(keyed, utf8(ARABIC + "MUG,كوب,1000,,,\n"), "", "----drawn-by-chance-1");

        assertThat(first.data("created")).isEqualTo("2");
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.bytes()).isEqualTo(first.bytes());
        assertThat(other.faults()).containsExactly("Idempotency-Key idempotency.mismatch");
    }

    @Test
    void what_is_no_sheet_is_refused() {
        assertThat(imports(utf8("name,price\nx,1\n"), "").faults()).containsExactly("file file.unreadable");
        assertThat(imports(new byte[0], "").faults()).containsExactly("file field.required");
        assertThat(imports(new byte[11 << 20], "").status()).isEqualTo(413);
        assertThat(goods.post("/catalog/products/import", Api.object()).status())
                .isEqualTo(415);
        assertThat(imports(utf8("sku," + "x,".repeat(200) + "\n"), "").faults())
                .containsExactly("file file.unreadable");
    }
}
