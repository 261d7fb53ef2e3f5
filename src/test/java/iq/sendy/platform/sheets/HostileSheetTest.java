package iq.sendy.platform.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are short to send and long to have. */
class HostileSheetTest {

    private static Sheet read(byte[] file) throws UnreadableSheet {
        return Sheet.read(file, _ -> {});
    }

    private static Sheet read(String csv) throws UnreadableSheet {
        return read(csv.getBytes(StandardCharsets.UTF_8));
    }

    private static void refuses(byte[] file) {
        assertThatThrownBy(() -> read(file)).isInstanceOf(UnreadableSheet.class);
    }

    private static String row(String cells) {
        return "<row r=\"1\">" + cells + "</row>";
    }

    @Test
    void a_workbook_says_what_its_cells_say() throws UnreadableSheet {
        var cells = "<c r=\"A1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"b\"><v>1</v></c><c r=\"D1\"><v>2.5E4</v></c>"
                + "<c r=\"E1\" t=\"str\"><f>A1&amp;\"x\"</f><v> yx </v></c><c r=\"F1\" t=\"e\"><v>#REF!</v></c><c><v>7</v></c>"
                + "<c r=\"H1\" s=\"3\"/><c r=\"CZ1\" s=\"3\"/>";
        var strings =
                "<si><t>no</t></si><si><r><t>ye</t></r><r><t>s</t></r><rPh sb=\"0\" eb=\"1\"><t>no</t></rPh></si>";

        var sheet = read(Workbook.of(row(cells) + "<row/><row><c><v>1</v></c></row>")
                .sharing(strings)
                .bytes());

        assertThat(sheet.rows().getFirst().cells()).containsExactly("yes", "", "true", "25000", "yx", "#REF!", "7", "");
        assertThat(sheet.rows()).extracting(Sheet.SheetRow::number).containsExactly(1, 3);
    }

    @ParameterizedTest
    @CsvSource({
        "25000,25000",
        "1e3,1000",
        "1e-3,0.001",
        "1e101,1e101",
        "1e999999999,1e999999999",
        "1e99999999999,1e99999999999"
    })
    void a_number_is_written_out_if_that_is_short(String stored, String shown) throws UnreadableSheet {
        assertThat(read(Workbook.of(row("<c r=\"A1\"><v>" + stored + "</v></c>"))
                                .bytes())
                        .rows()
                        .getFirst()
                        .cells())
                .containsExactly(shown);
    }

    @Test
    void markup_without_end_is_refused() {
        var endless = "x".repeat(70_000);
        refuses(Workbook.of("<!--" + endless + "-->").bytes());
        refuses(Workbook.of("<!-->" + endless + "-->").bytes());
        refuses(Workbook.of("<!--->" + endless + "-->").bytes());
        refuses(Workbook.of("<?x " + endless + "?>").bytes());
        refuses(Workbook.of("<row a=\"" + endless + "\"/>").bytes());
        refuses(Workbook.of("<row a='>" + endless + "'/>").bytes());
        refuses(Workbook.of("<" + endless + "/>").bytes());
        refuses(Workbook.of(row("<c><v><![CDATA[" + endless + "]]></v></c>")).bytes());
        refuses(Workbook.of(row(Workbook.text("A1", endless))).bytes());
    }

    @Test
    void names_depth_and_namespaces_are_bounded() {
        refuses(Workbook.of("<a>".repeat(2_000_000)).bytes());
        refuses(Workbook.of(
                        IntStream.range(0, 2_000).mapToObj(i -> "<a" + i + "/>").collect(Collectors.joining()))
                .bytes());
        refuses(Workbook.of(IntStream.range(0, 2_000)
                        .mapToObj(i -> "<a a" + i + "=\"\"/>")
                        .collect(Collectors.joining()))
                .bytes());
        refuses(Workbook.of(IntStream.range(0, 2_000)
                        .mapToObj(i -> "<a xmlns:a" + i + "=\"x\"/>")
                        .collect(Collectors.joining()))
                .bytes());
    }

    @Test
    void shared_strings_are_bounded() {
        refuses(Workbook.of("").sharing("<si/>".repeat(1_000_001)).bytes());
        refuses(Workbook.of("")
                .sharing(("<si><t>" + "x".repeat(30_000) + "</t></si>").repeat(700))
                .bytes());
        refuses(Workbook.of("")
                .sharing("<si><t>" + "x".repeat(30_000) + "</t><t>" + "x".repeat(30_000) + "</t></si>")
                .bytes());
        refuses(Workbook.of(row("<c r=\"A1\" t=\"s\"><v>1</v></c>"))
                .sharing("<si><t>x</t></si>")
                .bytes());
    }

    @Test
    void a_document_type_and_its_entities_are_refused() {
        refuses(Workbook.ofSheet("<!DOCTYPE x [<!ENTITY a \"b\">]><worksheet><sheetData>" + row("<c><v>&a;</v></c>")
                        + "</sheetData></worksheet>")
                .bytes());
    }

    @Test
    void an_archive_is_read_in_one_way_only() throws UnreadableSheet {
        var file = Workbook.priced("1").bytes();
        assertThat(read(file).rows()).hasSize(2);
        assertThat(read(Workbook.priced("1").stored().bytes()).rows()).hasSize(2);

        refuses(joined(new byte[] {'P', 'K', 3, 4}, file));
        refuses(joined(file, new byte[] {0}));
        refuses(joined(file, file));
        for (var cut = 8; cut < file.length; cut += 7) {
            refuses(Arrays.copyOf(file, cut));
        }
        var encrypted = file.clone();
        encrypted[indexOf(file, 0x02014b50) + 8] |= 1;
        refuses(encrypted);
    }

    @Test
    void any_byte_may_be_wrong() {
        var file = Workbook.priced("1").stored().bytes();
        for (var at = 0; at < file.length; at++) {
            for (var wrong : new byte[] {0, -1, 'P'}) {
                var other = file.clone();
                other[at] = wrong;
                try {
                    read(other);
                } catch (UnreadableSheet expected) {
                    assertThat(expected.getMessage()).isNotEmpty();
                }
            }
        }
    }

    private static int indexOf(byte[] file, int signature) {
        var bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        var at = 0;
        while (bytes.getInt(at) != signature) {
            at++;
        }
        return at;
    }

    private static byte[] joined(byte[] one, byte[] other) {
        var both = new ByteArrayOutputStream();
        both.writeBytes(one);
        both.writeBytes(other);
        return both.toByteArray();
    }

    @Test
    void a_large_honest_workbook_is_read_and_its_memory_claimed() throws UnreadableSheet {
        var claimed = new AtomicLong();
        var rows = IntStream.rangeClosed(1, 20_000)
                .mapToObj(i -> "<row r=\"" + i + "\">" + Workbook.text("A" + i, "SKU-" + i)
                        + Workbook.text("B" + i, "a &amp; &lt;b&gt; " + i) + "</row>")
                .collect(Collectors.joining());

        assertThat(Sheet.read(Workbook.of(rows).bytes(), claimed::addAndGet).rows())
                .hasSize(20_000);
        assertThat(claimed.get()).isGreaterThan(20_000 * 600);
    }

    @Test
    void a_csv_file_is_read_as_spreadsheets_write_it() throws UnreadableSheet {
        assertThat(read("a;\"b;\"\"c\"\"\nd\" ;e\r\n\r\n;;\n\"\";x").rows())
                .containsExactly(
                        new Sheet.SheetRow(1, List.of("a", "b;\"c\"\nd", "e")),
                        new Sheet.SheetRow(4, List.of("", "x")));
        assertThat(read("a,5\" tube,b").rows().getFirst().cells()).containsExactly("a", "5\" tube", "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,\"b", "a,\"b\"c", "a,\"b\"\"", "\""})
    void a_quote_that_is_not_closed_is_refused(String csv) {
        assertThatThrownBy(() -> read(csv)).isInstanceOf(UnreadableSheet.class);
    }

    @Test
    void a_csv_file_is_bounded() {
        assertThatThrownBy(() -> read(",".repeat(5_000_000))).hasMessageContaining("columns");
        assertThatThrownBy(() -> read("\"" + "x".repeat(40_000) + "\"")).hasMessageContaining("characters");
        assertThatThrownBy(() -> read("x".repeat(40_000))).hasMessageContaining("characters");
        assertThatThrownBy(() -> read("\"" + "\"\"".repeat(4_000_000) + "\"")).hasMessageContaining("characters");
        assertThatThrownBy(() -> read("x\n".repeat(100_002))).hasMessageContaining("rows");
        assertThatThrownBy(() -> read(("x" + ",x".repeat(99) + "\n").repeat(30_000)))
                .hasMessageContaining("cells");
    }
}
