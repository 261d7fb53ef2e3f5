package iq.sendy.platform.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import iq.sendy.platform.api.Messages;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as the programs of shops write them. */
class SheetTest {

    private static final List<String> HEADERS = List.of("رمز المنتج", "الاسم", "السعر");

    private static List<List<String>> rows(byte[] file) throws UnreadableSheet {
        return Sheet.read(file, _ -> {}).rows().stream()
                .map(Sheet.SheetRow::cells)
                .toList();
    }

    private static List<List<String>> rows(String csv) throws UnreadableSheet {
        return rows(csv.getBytes(StandardCharsets.UTF_8));
    }

    private static UnreadableSheet refused(byte[] file) {
        return catchThrowableOfType(UnreadableSheet.class, () -> Sheet.read(file, _ -> {}));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|", "،", "؛"})
    void each_delimiter_of_the_trade_is_found(String delimiter) throws UnreadableSheet {
        var csv = String.join(delimiter, HEADERS) + "\r\nA1" + delimiter + "x" + delimiter + "25\r\n";

        assertThat(rows(csv)).containsExactly(HEADERS, List.of("A1", "x", "25"));
        assertThat(rows("sep=" + delimiter + "\r\n" + csv)).containsExactly(HEADERS, List.of("A1", "x", "25"));
        assertThat(rows("\"SEP=" + delimiter + "\"\n" + csv)).hasSize(2);
        assertThat(rows("قائمة المنتجات\r" + csv.replace("\r\n", "\r")))
                .hasSize(3)
                .contains(HEADERS);
    }

    @Test
    void what_excel_is_told_in_the_first_line_is_no_row_and_holds() throws UnreadableSheet {
        var sheet = Sheet.read("sep=;\nsku;a,b,c\n".getBytes(StandardCharsets.UTF_8), _ -> {});

        assertThat(sheet.rows()).containsExactly(new Sheet.SheetRow(1, List.of("sku", "a,b,c")));
        assertThat(rows("sep=a\n")).containsExactly(List.of("sep=a"));
    }

    @Test
    void delimiters_within_quotes_do_not_count() throws UnreadableSheet {
        assertThat(rows("\"a,b,c\";sku\n1;2")).containsExactly(List.of("a,b,c", "sku"), List.of("1", "2"));
    }

    @Test
    void what_keeps_zeros_from_a_spreadsheet_is_not_part_of_them() throws UnreadableSheet {
        assertThat(rows("=\"00123\",\"=\"\"00123\"\"\",=A1,00123,=\"a\"&\"b\""))
                .containsExactly(List.of("00123", "00123", "=A1", "00123", "=\"a\"&\"b\""));
    }

    @Test
    void utf16_without_a_mark_is_known_by_its_other_bytes() throws UnreadableSheet {
        var csv = String.join(",", HEADERS) + "\nA1,x,25\n";
        for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            assertThat(rows(csv.getBytes(charset))).contains(HEADERS);
            assertThat(rows(("sku," + csv).getBytes(charset)).getFirst()).hasSize(4);
        }
    }

    @Test
    void one_broken_letter_does_not_change_the_others() {
        var csv = "sku,name,price\nG1,حذاء,5\nG2,حذا?,6\n".getBytes(StandardCharsets.UTF_8);
        for (var i = 0; i < csv.length; i++) {
            csv[i] = csv[i] == '?' ? (byte) 0xD8 : csv[i];
        }

        var refused = refused(csv);

        assertThat(refused.why()).isEqualTo(UnreadableSheet.Why.BROKEN_LETTER);
        assertThat(refused.arguments()).containsExactly("3");
        var cut = Arrays.copyOf("sku\nحذاء".getBytes(StandardCharsets.UTF_8), 11);
        assertThat(refused(cut).arguments()).containsExactly("2");
    }

    @Test
    void an_old_arabic_file_is_read_as_what_it_is() throws UnreadableSheet {
        var csv = String.join(",", HEADERS) + "\nA1,پێڵاو,25\n";
        assertThat(rows(csv.replace("ێڵ", "يل").getBytes(Charset.forName("windows-1256"))))
                .contains(HEADERS);
    }

    @Test
    void a_formula_without_a_result_and_an_error_are_marked() throws UnreadableSheet {
        var cells = "<c><f>1</f></c><c><f>1</f><v/></c><c t=\"e\"><v>#N/A</v></c><c t=\"str\"><f>1</f><v></v></c>"
                + "<c><v>1.50</v></c><c t=\"str\"><v>1.50</v></c>";

        var sheetRow = Sheet.read(Workbook.of("<row>" + cells + "</row>").bytes(), _ -> {})
                .rows()
                .getFirst();

        assertThat(sheetRow.faulty()).containsExactlyInAnyOrder(0, 1, 2);
        assertThat(sheetRow.numbers()).containsExactly(4);
        assertThat(sheetRow.cells()).containsExactly("", "", "#N/A", "", "1.5", "1.50");
    }

    @Test
    void what_is_no_sheet_is_told_by_its_kind() {
        var files = new HashMap<UnreadableSheet.Why, byte[]>();
        files.put(UnreadableSheet.Why.OLD_EXCEL, latin("ÐÏ\u0011à¡±\u001Aá and more"));
        files.put(
                UnreadableSheet.Why.OPEN_DOCUMENT,
                latin("PK\u0003\u0004" + "x".repeat(26) + "mimetypeapplication/vnd.oasis.opendocument.spreadsheet"));
        files.put(UnreadableSheet.Why.MARKUP, latin("ï»¿\r\n<html><table>"));
        files.put(UnreadableSheet.Why.NO_TABLE, latin("%PDF-1.7"));
        files.put(UnreadableSheet.Why.BROKEN_WORKBOOK, latin("PK\u0003\u0004 torn"));
        files.put(UnreadableSheet.Why.EMPTY, latin(",,\n\n"));
        files.put(UnreadableSheet.Why.OPEN_QUOTE, latin("sku\n\"x"));
        files.put(UnreadableSheet.Why.TOO_LARGE, latin(",".repeat(200)));

        files.forEach((why, file) -> assertThat(refused(file).why()).isEqualTo(why));
        assertThat(refused(latin("sku\n\"x")).arguments()).containsExactly("2");
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @EnumSource
    void each_reason_has_words_in_three_languages(UnreadableSheet.Why why) {
        var words = List.of(Locale.ROOT, Locale.of("ar"), Locale.of("ckb")).stream()
                .map(language -> new Messages().text(why.text(), language, List.of("7")))
                .toList();

        assertThat(words).doesNotContain(why.text()).doesNotHaveDuplicates();
    }
}
