package iq.sendy.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.AwkwardText;
import iq.sendy.kernel.Currency;
import iq.sendy.platform.sheets.Sheet;
import iq.sendy.platform.sheets.UnreadableSheet;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A cell of a sheet may be as long as the file, whatever is in it. */
class AwkwardSheetTest {

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

    @ParameterizedTest
    @MethodSource("awkward")
    void a_file_of_one_cell_is_cleaned_at_the_cost_of_letters(AwkwardText awkward) {
        var each = awkward.unit().getBytes(StandardCharsets.UTF_8).length;

        assertThat(AwkwardText.more(AwkwardSheetTest::file, awkward.unit().repeat(AwkwardText.MUCH / each)))
                .isLessThan(AwkwardText.MOST_NANOS);
    }

    private static void read(String header, String cell) {
        var sheet = new Sheet(List.of(new Sheet.Row(1, List.of("sku", header)), new Sheet.Row(2, List.of("A1", cell))));
        assertThat(new ProductSheet(sheet, Map.of(), Currency.IQD).lines().all())
                .isEqualTo(1);
    }

    private static void file(String cell) {
        try {
            var file = "sku,name\nA1,\"a" + cell.replace("\"", "\"\"") + "b\"\n";
            assertThat(Sheet.read(file.getBytes(StandardCharsets.UTF_8), _ -> {})
                            .rows())
                    .hasSize(2);
        } catch (UnreadableSheet broken) {
            throw new IllegalStateException(broken);
        }
    }
}
