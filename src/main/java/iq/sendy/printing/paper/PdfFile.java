package iq.sendy.printing.paper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** Pages put together into a file, with no more of each font than the glyphs that were drawn. */
final class PdfFile {

    private final String title;
    private final Map<Face, Map<Integer, String>> used = PdfPen.nothingUsed();
    private final List<PdfPage> pages = new ArrayList<>();

    private record PdfPage(float width, float height, PdfPen pen) {}

    PdfFile(String title) {
        this.title = title;
    }

    PdfPen pen(float pageHeight, float scale) {
        return new PdfPen(pageHeight, scale, used);
    }

    void page(float width, float height, PdfPen pen) {
        pages.add(new PdfPage(width, height, pen));
    }

    byte[] bytes() {
        try (var document = new PDDocument()) {
            var resources = fonts(document);
            for (var page : pages) {
                var sheet = new PDPage(new PDRectangle(page.width, page.height));
                sheet.setResources(resources);
                sheet.setContents(
                        new PDStream(document, new ByteArrayInputStream(page.pen.bytes()), COSName.FLATE_DECODE));
                document.addPage(sheet);
            }
            document.getDocumentInformation().setTitle(title);
            // Printed as large as it is: a label that a viewer shrinks does not fit its sticker.
            var preferences = new PDViewerPreferences(new COSDictionary());
            preferences.setPrintScaling(PDViewerPreferences.PRINT_SCALING.None);
            document.getDocumentCatalog().setViewerPreferences(preferences);
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private PDResources fonts(PDDocument document) throws IOException {
        var resources = new PDResources();
        for (var face : used.entrySet()) {
            var font = PDType0Font.load(
                    document, new ByteArrayInputStream(face.getKey().file()), true);
            font.addGlyphsToSubset(face.getValue().keySet());
            font.subset();
            // PDFBox knows glyphs of characters alone, and many joined forms are none.
            var texts = new ByteArrayInputStream(ToUnicodeMap.of(face.getValue()));
            font.getCOSObject().setItem(COSName.TO_UNICODE, new PDStream(document, texts, COSName.FLATE_DECODE));
            resources.put(COSName.getPDFName(face.getKey().name()), font);
        }
        return resources;
    }
}
