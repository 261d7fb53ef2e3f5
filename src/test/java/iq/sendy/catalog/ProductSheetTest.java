package iq.sendy.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.kernel.Currency;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.sheets.Sheet;
import iq.sendy.platform.sheets.UnreadableSheet;
import iq.sendy.platform.sheets.Workbook;
import iq.sendy.platform.url.PictureUrls;
import iq.sendy.platform.url.PublicUrl;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a shop's sheet means, and what it must not be taken to mean. */
class ProductSheetTest {

    static final ImageAddresses IMAGES = new ImageAddresses(new PictureUrls(new PublicUrl("http://localhost:8080")));

    private static ProductSheet sheet(byte[] file, Currency currency) {
        try {
            return new ProductSheet(Sheet.read(file, _ -> {}), Map.of(), currency, IMAGES);
        } catch (UnreadableSheet unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static ProductSheet sheet(String csv) {
        return sheet(csv.getBytes(StandardCharsets.UTF_8), Currency.IQD);
    }

    private static String price(byte[] file, Currency currency) {
        var lines = sheet(file, currency).lines();
        return lines.good().isEmpty()
                ? faults(lines).getFirst()
                : lines.good().getFirst().command().price().value() + "";
    }

    private static String written(String price, Currency currency) {
        var csv = "sku,name,price\nA1,x,\"" + price + "\"\n";
        return price(csv.getBytes(StandardCharsets.UTF_8), currency);
    }

    private static List<String> faults(ProductSheet.ProductLines lines) {
        return lines.problems().faults().stream()
                .map(violation -> violation.field() + " " + violation.code())
                .toList();
    }

    private static byte[] cell(String cell) {
        return Workbook.of("<row r=\"1\">" + Workbook.text("A1", "sku") + Workbook.text("B1", "name")
                        + Workbook.text("C1", "price") + "</row><row r=\"2\">" + Workbook.text("A2", "X1")
                        + Workbook.text("B2", "hi") + cell + "</row>")
                .bytes();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            25000      | 25000
            25.000     | 25000
            25.000.000 | 25000000
            25,000     | 25000
            1,250,000  | 1250000
            25٬000     | 25000
            25،000     | 25000
            ٢٥٬٠٠٠     | 25000
            ٢٥٫٠٠٠     | 25000
            ۲۵.۰۰۰     | 25000
            25,000.00  | 25000
            25.000,00  | 25000
            25000.00   | 25000
            25٫٠      | 25
            0          | 0
            0.500      | rows[2].price money.fraction
            25.5       | rows[2].price money.fraction
            0,500      | rows[2].price field.invalid
            25,00      | rows[2].price field.invalid
            25,0000    | rows[2].price field.invalid
            2.50.000   | rows[2].price field.invalid
            25 000     | rows[2].price field.invalid
            """)
    void a_price_in_dinars_is_what_the_shop_means(String written, String read) {
        assertThat(written(written, Currency.IQD)).isEqualTo(read);
    }

    /** Cents are what is stored. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            25         | 2500
            19.99      | 1999
            44٫4       | 4440
            1,500      | 150000
            1,500.50   | 150050
            1.500,50   | 150050
            1.500.000  | 150000000
            25.000     | rows[2].price money.fraction
            1.250      | rows[2].price money.fraction
            19,99      | rows[2].price field.invalid
            """)
    void a_price_in_dollars_that_may_mean_two_things_is_refused(String written, String read) {
        assertThat(written(written, Currency.USD)).isEqualTo(read);
    }

    @Test
    void grams_and_pieces_have_no_fractions_in_any_currency() {
        var csv = "sku,name,weight,stock\nA1,x,1.500,\"2,000\"\n".getBytes(StandardCharsets.UTF_8);

        var command = sheet(csv, Currency.USD).lines().good().getFirst().command();

        assertThat(command.weightGrams().value()).isEqualTo(1_500);
        assertThat(command.initialQuantity()).isEqualTo(2_000);
    }

    @ParameterizedTest
    @CsvSource({
        "19.989999999999998, 1999",
        "0.30000000000000004, 30",
        "19.99, 1999",
        "1.9990000000000002E1, 1999",
        "7.4999999999999997E-2, rows[2].price money.fraction",
        "25.000, 2500"
    })
    void a_number_of_a_workbook_is_what_excel_shows(String stored, String cents) {
        assertThat(price(cell("<c r=\"C2\"><v>" + stored + "</v></c>"), Currency.USD))
                .isEqualTo(cents);
    }

    @Test
    void a_number_of_a_workbook_has_no_thousands_in_it() {
        assertThat(price(cell("<c r=\"C2\"><v>1.234</v></c>"), Currency.IQD)).isEqualTo("rows[2].price money.fraction");
        assertThat(price(cell("<c r=\"C2\"><v>2.5E4</v></c>"), Currency.IQD)).isEqualTo("25000");
        assertThat(price(cell(Workbook.text("C2", "1.234")), Currency.IQD)).isEqualTo("1234");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <c r="C2"><f>5*5</f><v>2.5E4</v></c>                   | 25000
            <c r="C2"><f>A1</f><v>24999.999999999996</v></c>       | 25000
            <c r="C2" t="str"><f>A1</f><v>25.000</v></c>           | 25000
            <c r="C2" t="str"><f>A1</f><v></v></c>                 | null
            <c r="C2" t="b"><f>1=1</f><v>1</v></c>                 | rows[2].price field.invalid
            <c r="C2" t="e"><f>1/0</f><v>#DIV/0!</v></c>           | rows[2].price field.invalid
            <c r="C2" t="e"><v>#N/A</v></c>                        | rows[2].price field.invalid
            <c r="C2"><f>5*5</f></c>                               | rows[2].price field.invalid
            <c r="C2"><f>5*5</f><v></v></c>                        | rows[2].price field.invalid
            <c r="C2"><f>5*5</f><v/></c>                           | rows[2].price field.invalid
            <c r="D2"><f>5*5</f></c>                               | rows[2] field.invalid
            <c r="D2" t="e"><v>#REF!</v></c>                       | rows[2] field.invalid
            """)
    void a_formula_is_its_result_and_one_without_is_no_field_left_out(String cell, String read) {
        assertThat(price(cell(cell), Currency.IQD)).isEqualTo(read);
    }

    @Test
    void an_error_is_no_name_and_an_ignored_column_may_have_one() {
        var book = Workbook.of("<row>" + Workbook.text("A1", "sku") + Workbook.text("B1", "name")
                        + Workbook.text("C1", "margin") + "</row><row>" + Workbook.text("A2", "A1")
                        + "<c r=\"B2\" t=\"e\"><v>#REF!</v></c></row><row>" + Workbook.text("A3", "A2")
                        + Workbook.text("B3", "x") + "<c r=\"C3\" t=\"e\"><v>#REF!</v></c></row><row>"
                        + "<c r=\"A4\"><f>x</f></c></row>")
                .bytes();

        var lines = sheet(book, Currency.IQD).lines();

        assertThat(faults(lines)).containsExactly("rows[2].name field.invalid", "rows[4].sku field.invalid");
        assertThat(lines.problems().faults())
                .extracting(Violation::text)
                .containsExactly("sheet_error", "sheet_formula");
        assertThat(lines.good()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sku,name,price\nA30,x,25,000",
                "sku,price,name\nA30,25,000,x",
                "sku,name,price,\nA30,x,25,000",
                "sku;name;price\nA30;x;y;25"
            })
    void a_row_with_more_values_than_columns_is_refused(String csv) {
        assertThat(faults(sheet(csv).lines())).containsExactly("rows[2] field.invalid");
    }

    @Test
    void nothing_behind_the_last_value_is_nothing() {
        assertThat(sheet("sku,name,price\nA30,x,25,,,\n").lines().good()).hasSize(1);
    }

    @Test
    void columns_that_mean_nothing_are_told() {
        var lines = sheet(",sku,name,سعر المنتج,الكمية المتوفرة,\n0,A1,x,25000,3,\n")
                .lines();

        assertThat(lines.ignoredColumns()).containsExactly("A", "سعر المنتج", "الكمية المتوفرة");
        assertThat(lines.good()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name,price                  | sheet_no_code
            sku,price,السعر             | sheet_doubled_column
            sku,name,SKU                | sheet_doubled_column
            sku,الفئة,معرف الفئة        | sheet_doubled_column
            قائمة المنتجات,             | sheet_title_row
            قائمة                       | sheet_title_row
            """)
    void columns_that_cannot_be_told_apart_are_refused_in_words(String headers, String words) {
        var below = words.equals("sheet_title_row") ? "\n\nsku;name\nA1;x\n" : "\nA1,x\n";

        var unfit = sheet(headers.replace(',', ';') + below.replace(',', ';'))
                .unfit()
                .orElseThrow();

        assertThat(unfit.code()).isEqualTo("file.unreadable");
        assertThat(unfit.text()).isEqualTo(words);
    }

    @Test
    void commas_may_stand_in_the_address_of_a_picture() {
        assertThat(urls("https://a.example/w_1,h_2/x.jpg")).containsExactly("https://a.example/w_1,h_2/x.jpg");
        assertThat(urls("https://a.example/w_1,h_2/x.jpg, HTTPS://b.example/y.jpg\nhttps://c.example/z;1.jpg;"))
                .containsExactly(
                        "https://a.example/w_1,h_2/x.jpg", "HTTPS://b.example/y.jpg", "https://c.example/z;1.jpg");
        assertThat(urls("https://a.example/x.jpg|https://b.example/y.jpg")).hasSize(2);
        assertThat(urls("https://a.example/fetch/https://b.example/y.jpg")).hasSize(1);
    }

    private static List<String> urls(String cell) {
        var csv = "sku,name,images\nV,x,\"" + cell + "\"\n";
        return Objects.requireNonNull(
                sheet(csv).lines().good().getFirst().command().imageUrls().value());
    }
}
