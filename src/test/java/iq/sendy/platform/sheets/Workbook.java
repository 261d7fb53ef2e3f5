package iq.sendy.platform.sheets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An XLSX file as an attacker writes one: every part by hand. */
public final class Workbook {

    private static final String MAIN = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private final Map<String, String> parts = new LinkedHashMap<>();
    private int method = ZipEntry.DEFLATED;

    private Workbook() {}

    /** A workbook whose first sheet has this inside its {@code sheetData}. */
    public static Workbook of(String sheetData) {
        return ofSheet("<worksheet " + MAIN + "><sheetData>" + sheetData + "</sheetData></worksheet>");
    }

    public static Workbook ofSheet(String sheet) {
        var book = new Workbook();
        book.parts.put(
                "[Content_Types].xml",
                "<Types xmlns=\"" + PACKAGE
                        + "content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + TYPE + "sheet.main+xml\"/>"
                        + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + TYPE + "worksheet+xml\"/>"
                        + "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"" + TYPE
                        + "sharedStrings+xml\"/></Types>");
        book.parts.put(
                "_rels/.rels",
                relations("<Relationship Id=\"rId1\" Type=\"" + OFFICE
                        + "/officeDocument\" Target=\"xl/workbook.xml\"/>"));
        book.parts.put(
                "xl/workbook.xml",
                "<workbook " + MAIN + " xmlns:r=\"" + OFFICE
                        + "\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        book.parts.put(
                "xl/_rels/workbook.xml.rels",
                relations("<Relationship Id=\"rId1\" Type=\"" + OFFICE
                        + "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"" + OFFICE
                        + "/sharedStrings\" Target=\"sharedStrings.xml\"/>"));
        book.parts.put("xl/worksheets/sheet1.xml", sheet);
        return book;
    }

    /** The headers sku, name and price, and one row with a price as the sheet's XML has it. */
    public static Workbook priced(String price) {
        return of("<row r=\"1\">" + text("A1", "sku") + text("B1", "name") + text("C1", "price") + "</row><row r=\"2\">"
                + text("A2", "X1") + text("B2", "hi") + "<c r=\"C2\"><v>" + price + "</v></c></row>");
    }

    public static String text(String reference, String text) {
        return "<c r=\"" + reference + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    public Workbook sharing(String strings) {
        return with("xl/sharedStrings.xml", "<sst " + MAIN + ">" + strings + "</sst>");
    }

    public Workbook with(String part, String content) {
        parts.put(part, content);
        return this;
    }

    public Workbook stored() {
        method = ZipEntry.STORED;
        return this;
    }

    public byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                var content = part.getValue().getBytes(StandardCharsets.UTF_8);
                var entry = new ZipEntry(part.getKey());
                entry.setMethod(method);
                if (method == ZipEntry.STORED) {
                    var sum = new CRC32();
                    sum.update(content);
                    entry.setSize(content.length);
                    entry.setCrc(sum.getValue());
                }
                zip.putNextEntry(entry);
                zip.write(content);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static String relations(String inside) {
        return "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + inside + "</Relationships>";
    }
}
