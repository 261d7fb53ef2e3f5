package iq.sendy.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import iq.sendy.AwkwardText;
import iq.sendy.kernel.Currency;
import iq.sendy.platform.sheets.Sheet;
import iq.sendy.platform.sheets.UnreadableSheet;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands in a cell of a sheet costs what letters do, however long it is. */
class AwkwardSheetTest {

    /** Half of what a spreadsheet allows, since a quote is written twice. */
    private static final int CELL = 16_000;

    private static final List<String> HEADERS = List.of(
            "sku",
            "name",
            "description",
            "active",
            "price",
            "cost",
            "images",
            "category",
            "categoryId",
            "weight",
            "barcode",
            "track",
            "quantity");

    static List<AwkwardText> awkward() {
        return AwkwardText.ALL;
    }

    @ParameterizedTest
    @MethodSource("awkward")
    void each_cell_and_header_costs_what_letters_do(AwkwardText awkward) {
        awkward.texts(AwkwardText.MUCH).forEach(text -> {
            for (var header : HEADERS) {
                assertThat(AwkwardText.more(cell -> read(header, cell), text))
                        .as(header)
                        .isLessThan(AwkwardText.MOST_NANOS);
            }
            assertThat(AwkwardText.more(header -> read(header, "x"), text)).isLessThan(AwkwardText.MOST_NANOS);
        });
    }

    /** As long as a cell may be; a longer one is refused where its bound is passed. */
    @ParameterizedTest
    @MethodSource("awkward")
    void a_file_of_one_cell_is_cleaned_at_the_cost_of_letters(AwkwardText awkward) {
        var text = awkward.unit().repeat(CELL / awkward.unit().length());

        assertThat(AwkwardText.more(AwkwardSheetTest::file, text)).isLessThan(AwkwardText.MOST_NANOS);
    }

    @ParameterizedTest
    @MethodSource("awkward")
    void a_file_of_a_longer_cell_is_refused_at_the_cost_of_letters(AwkwardText awkward) {
        var text = awkward.unit().repeat(AwkwardText.MUCH / awkward.unit().length());

        assertThat(AwkwardText.more(AwkwardSheetTest::refused, text)).isLessThan(AwkwardText.MOST_NANOS);
    }

    private static void read(String header, String cell) {
        var sheet = new Sheet(
                List.of(new Sheet.SheetRow(1, List.of("sku", header)), new Sheet.SheetRow(2, List.of("A1", cell))));
        assertThat(new ProductSheet(sheet, Map.of(), Currency.IQD, ProductSheetTest.IMAGES)
                        .lines()
                        .all())
                .isEqualTo(1);
    }

    private static void file(String cell) {
        try {
            assertThat(Sheet.read(written(cell), _ -> {}).rows()).hasSize(2);
        } catch (UnreadableSheet broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static void refused(String cell) {
        assertThatThrownBy(() -> Sheet.read(written(cell), _ -> {})).isInstanceOf(UnreadableSheet.class);
    }

    private static byte[] written(String cell) {
        return ("sku,name\nA1,\"a" + cell.replace("\"", "\"\"") + "b\"\n").getBytes(StandardCharsets.UTF_8);
    }
}
