package iq.sendy.faults.attacks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Sheets: short in the file and long in memory. */
final class SheetShapes {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final String HEADERS =
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
                    + "<c r=\"C1\" t=\"s\"><v>2</v></c></row>";
    private static final byte[] FILLING = "a".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
    private static final int LONG_TEXT_MIB = 400;

    private SheetShapes() {}

    static List<Shape> all() {
        return List.of(
                sheet("a workbook with an exponent", "a.xlsx", workbook("C2", "1E+900000000", 0)),
                sheet("a workbook with a far column", "a.xlsx", workbook("FXSHRXW1", "1", 0)),
                sheet("a workbook of two tables", "a.xlsx", twoTables()),
                sheet("a sheet with a cell of blanks", "a.csv", text("sku,name\nA,a" + " ".repeat(500_000) + "b\n")),
                sheet("a sheet of quotes", "a.csv", text("sku,name\n" + "\"\"".repeat(2_000_000))));
    }

    private static Shape sheet(String name, String file, byte[] bytes) {
        return new Shape(name, account -> RawRequest.upload(account, "/catalog/products/import", file, bytes));
    }

    private static byte[] text(String csv) {
        return csv.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] workbook(String reference, String number, int textMib) {
        var row = "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>3</v></c><c r=\"B2\" t=\"s\"><v>3</v></c><c r=\"" + reference
                + "\"><v>" + number + "</v></c></row>";
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            put(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"" + PACKAGE + "content-types\">"
                            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                            + override("workbook.xml", "sheet.main+xml")
                            + override("worksheets/sheet1.xml", "worksheet+xml")
                            + override("sharedStrings.xml", "sharedStrings+xml") + "</Types>");
            put(zip, "_rels/.rels", relationships(relationship(1, "officeDocument", "xl/workbook.xml")));
            put(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE
                            + "\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            put(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    relationships(relationship(1, "worksheet", "worksheets/sheet1.xml")
                            + relationship(2, "sharedStrings", "sharedStrings.xml")));
            put(
                    zip,
                    "xl/worksheets/sheet1.xml",
                    "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + HEADERS + row + "</sheetData></worksheet>");
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            zip.setLevel(Deflater.BEST_SPEED);
            zip.write(text("<sst xmlns=\"" + MAIN
                    + "\"><si><t>sku</t></si><si><t>name</t></si><si><t>price</t></si><si><t>X"));
            for (var i = 0; i < textMib; i++) {
                zip.write(FILLING);
            }
            zip.write(text("</t></si></sst>"));
            zip.closeEntry();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return out.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text("<?xml version=\"1.0\"?>" + xml));
        zip.closeEntry();
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"/xl/" + part + "\" ContentType=\"" + CONTENT + type + "\"/>";
    }

    private static String relationships(String all) {
        return "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + all + "</Relationships>";
    }

    private static String relationship(int id, String type, String target) {
        return "<Relationship Id=\"rId" + id + "\" Type=\"" + OFFICE + "/" + type + "\" Target=\"" + target + "\"/>";
    }

    /** Whoever reads from the front sees one entry of a byte and the table of it; the table at the end has a workbook. */
    private static byte[] twoTables() {
        var name = text("x");
        var one = new byte[] {'x'};
        var sum = new CRC32();
        sum.update(one);
        var front = ByteBuffer.allocate(30 + 1 + 1 + 46 + 1).order(ByteOrder.LITTLE_ENDIAN);
        front.putInt(0x04034b50)
                .putShort((short) 10)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(0);
        front.putInt((int) sum.getValue())
                .putInt(1)
                .putInt(1)
                .putShort((short) 1)
                .putShort((short) 0);
        front.put(name).put(one);
        front.putInt(0x02014b50)
                .putShort((short) 10)
                .putShort((short) 10)
                .putShort((short) 0)
                .putShort((short) 0);
        front.putInt(0).putInt((int) sum.getValue()).putInt(1).putInt(1).putShort((short) 1);
        front.putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(0)
                .putInt(0)
                .put(name);
        var archive = workbook("C2", "1", LONG_TEXT_MIB);
        return ByteBuffer.allocate(front.capacity() + archive.length)
                .put(front.array())
                .put(archive)
                .array();
    }
}
