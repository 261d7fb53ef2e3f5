package iq.sendy.printing;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** Receipts and labels, read back from the paper. */
@Scenario
class PrintingTest {

    @Autowired
    Api api;

    Shop shop;
    Api printer;

    @BeforeEach
    void open() {
        shop = Shop.opens(api);
        printer = api.withKey(shop.mints("printing:read"));
    }

    private void speaks(String language) {
        var settings = Api.object()
                .put("currencyCode", "IQD")
                .put("language", language)
                .put("pickupAddress", "شارع 62، الكرادة");
        well(shop.owner().post(Api.STAFF + "/settings", settings));
    }

    private Api.Reply prints(String order, String paper) {
        return printer.get(Api.KEYS + "/orders/" + order + "/" + paper);
    }

    private static String text(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replace('\u00A0', ' ');
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What a scanner reads off the paper as a printer of 8 dots a millimetre leaves it. */
    private static String scanned(byte[] pdf, BarcodeFormat format) {
        try (var document = Loader.loadPDF(pdf)) {
            var picture = new PDFRenderer(document).renderImageWithDPI(0, 203, ImageType.RGB);
            var pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
            var source = new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), pixels);
            var hints = Map.of(DecodeHintType.POSSIBLE_FORMATS, List.of(format), DecodeHintType.TRY_HARDER, true);
            return new MultiFormatReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(source)), hints)
                    .getText();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (NotFoundException unreadable) {
            return "unreadable";
        }
    }

    private static void carriesTheCode(Api.Reply paper, String publicId) {
        assertThat(scanned(paper.bytes(), BarcodeFormat.QR_CODE)).isEqualTo(publicId);
        assertThat(scanned(paper.bytes(), BarcodeFormat.CODE_128)).isEqualTo(publicId);
    }

    @Test
    void both_papers_carry_codes_that_scanners_read_in_every_language() {
        for (var language : List.of("ar", "ckb", "en")) {
            shop = Shop.opens(api);
            printer = api.withKey(shop.mints("printing:read"));
            speaks(language);
            var placed = well(shop.places(Shop.order().put("notes", "الرجاء الاتصال قبل الوصول")));
            for (var paper : List.of("receipt", "label")) {
                var printed = well(prints(placed.data("id"), paper));
                assertThat(printed.header("Content-Type")).isEqualTo("application/pdf");
                assertThat(printed.header("Content-Disposition"))
                        .isEqualTo("inline; filename=\"" + paper + "-" + placed.data("publicId") + ".pdf\"");
                assertThat(printed.header("Cache-Control")).isEqualTo("no-store");
                assertThat(printed.header("Content-Language")).isEqualTo(language);
                carriesTheCode(printed, placed.data("publicId"));
            }
        }
    }

    @Test
    void people_and_machines_print_by_either_id_and_nobody_anothers() {
        var placed = well(shop.places(Shop.order()));
        for (var paper : List.of("receipt", "label")) {
            well(prints(placed.data("publicId").toLowerCase(Locale.ROOT), paper));
            well(shop.owner().get(Api.STAFF + "/orders/" + placed.data("id") + "/" + paper));
            for (var wrong : List.of("x", UUID.randomUUID().toString(), "SN-2222-2222")) {
                assertThat(prints(wrong, paper).faults()).containsExactly("resource.not_found");
            }
            var other = api.withKey(Shop.opens(api).mints("printing:read"));
            assertThat(other.get(Api.KEYS + "/orders/" + placed.data("id") + "/" + paper)
                            .status())
                    .isEqualTo(404);
            assertThat(shop.key()
                            .get(Api.KEYS + "/orders/" + placed.data("id") + "/" + paper)
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void what_is_agreed_stands_on_it() {
        speaks("en");
        var placed = well(shop.places(Shop.order()
                .put("customerName", "Zainab Ali")
                .put("deliveryFee", 5_000)
                .put("notes", "Ring twice")));

        var receipt = text(well(prints(placed.data("id"), "receipt")).bytes());
        assertThat(receipt)
                .contains("Zainab Ali", "0770 123 4567", "25,000 IQD", "5,000 IQD", "30,000 IQD", "Cash on delivery")
                .contains("#" + placed.data("number"), placed.data("publicId"));
        var label = text(well(prints(placed.data("id"), "label")).bytes());
        assertThat(label).contains("Zainab Ali", "0770 123 4567", "30,000 IQD", "Ring twice", "Baghdad");

        for (var status : List.of("Confirmed", "Ready", "InTransit", "OutForDelivery", "Delivered")) {
            well(shop.moves(placed.data("id"), status));
        }
        assertThat(text(well(prints(placed.data("id"), "label")).bytes())).doesNotContain("30,000");
        assertThat(text(well(prints(placed.data("id"), "receipt")).bytes())).contains("\n0 IQD");
        var cancelled = shop.placesOne();
        well(shop.key().post(Api.KEYS + "/orders/" + cancelled + "/cancel"));
        assertThat(text(well(prints(cancelled, "receipt")).bytes())).contains("Cancelled");
    }

    @Test
    void the_sums_of_a_receipt_add_up_and_say_where_it_goes() {
        speaks("en");
        var goods = Goods.of(shop);
        goods.sells("ROSE", 1_000, 9);
        goods.sells("VASE", 25_000, 9);
        well(shop.owner()
                .post(
                        Api.STAFF + "/discounts/codes",
                        Api.object()
                                .put("code", "EID")
                                .put("discountType", "percentage")
                                .put("discountValue", 10)));
        var order = Shop.order()
                .put("discountCode", "EID")
                .put("deliveryFee", 5_000)
                .put("notes", "Ring twice");
        order.remove("orderValue");
        order.putArray("items").addObject().put("sku", "ROSE").put("quantity", 2);
        order.withArray("items").addObject().put("sku", "VASE").put("quantity", 1);
        var placed = well(shop.places(order));

        var receipt = text(well(prints(placed.data("id"), "receipt")).bytes());
        assertThat(receipt)
                .contains("2 × 1,000", "2,000 IQD", "25,000 IQD", "27,000 IQD", "Discount (EID)", "-2,700 IQD")
                .contains("5,000 IQD", "29,300 IQD", "Ring twice", "Baghdad")
                .doesNotContain("1,800", "22,500", "2 × ROSE");
    }

    @Test
    void hostile_and_endless_texts_are_printed() {
        var evil = "<script>alert(1)</script> ) Tj ET \u202E\u0007🌹漢字 ";
        for (var text : List.of("و".repeat(200), evil.repeat(4), "🌹", "a\u0301".repeat(90))) {
            var order = Shop.order()
                    .put("customerName", text)
                    .put("customerAddress", text.repeat(2))
                    .put("notes", (evil + "ملاحظة ").repeat(100));
            var placed = well(shop.places(order));
            carriesTheCode(well(prints(placed.data("id"), "receipt")), placed.data("publicId"));
            carriesTheCode(well(prints(placed.data("id"), "label")), placed.data("publicId"));
        }
    }

    @Test
    void the_api_document_tells_of_files() {
        var paths = api.get("/openapi.json").json().get("paths");
        for (var paper : List.of("receipt", "label")) {
            var content = paths.at(
                    "/" + (Api.KEYS + "/orders/{id}/" + paper).replace("/", "~1") + "/get/responses/200/content");
            assertThat(((ObjectNode) content).propertyNames()).containsExactly("application/pdf");
        }
        for (var form : List.of("/uploads/images", "/catalog/products/import")) {
            var content = paths.at("/" + (Api.KEYS + form).replace("/", "~1") + "/post/requestBody/content");
            assertThat(((ObjectNode) content).propertyNames()).containsExactly("multipart/form-data");
        }
    }
}
