package iq.sendy.printing;

import static iq.sendy.Goods.well;
import static iq.sendy.printing.PaperReader.scanned;
import static iq.sendy.printing.PaperReader.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.cashier.Counter;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
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

    /** As a PDF and as the dots of a thermal printer. */
    private List<BufferedImage> pictures(String order, String paper) {
        var dots = well(prints(order, paper + "?format=png"));
        assertThat(dots.header("Content-Type")).isEqualTo("image/png");
        return List.of(
                PaperReader.pages(well(prints(order, paper)).bytes()).getFirst(), PaperReader.picture(dots.bytes()));
    }

    private void carriesTheCode(String order, String paper, String publicId) {
        for (var picture : pictures(order, paper)) {
            assertThat(scanned(picture, BarcodeFormat.QR_CODE)).isEqualTo(publicId);
            assertThat(scanned(picture, BarcodeFormat.CODE_128)).isEqualTo(publicId);
        }
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
                carriesTheCode(placed.data("id"), paper, placed.data("publicId"));
            }
        }
    }

    @Test
    void a_picture_has_one_bit_a_dot_and_the_width_that_printers_take() {
        for (var language : List.of("ar", "ckb", "en")) {
            shop = Shop.opens(api);
            printer = api.withKey(shop.mints("printing:read"));
            speaks(language);
            well(shop.owner()
                    .put(
                            Api.STAFF + "/cashier/settings",
                            Api.object().put("receiptFooterNote", "الاستبدال خلال ثلاثة أيام مع الوصل")));
            var goods = Goods.of(shop);
            goods.sells("ROSE", 1_000, 9);
            goods.sells("VASE", 25_000, 9);
            var sent =
                    Shop.order().put("deliveryFee", 5_000).put("notes", "الرجاء الاتصال قبل الوصول، الباب الثاني يمین");
            sent.remove("orderValue");
            sent.putArray("items").addObject().put("sku", "ROSE").put("quantity", 2);
            sent.withArray("items").addObject().put("sku", "VASE").put("quantity", 1);
            var order = well(shop.places(sent)).data("id");
            var receipt = well(prints(order, "receipt?FORMAT=PNG"));
            var label = well(prints(order, "label?format=png"));
            PaperReader.keep("receipt-" + language, receipt.bytes());
            PaperReader.keep("label-" + language, label.bytes());

            assertThat(receipt.header("Content-Disposition")).endsWith(".png\"");
            assertThat(receipt.header("Content-Language")).isEqualTo(language);
            var strip = PaperReader.picture(receipt.bytes());
            assertThat(strip.getWidth()).as("72 mm, what heads for 80 mm reach").isEqualTo(576);
            assertThat(strip.getColorModel().getPixelSize()).isOne();
            assertThat(receipt.bytes().length).isLessThan(30_000);
            var sheet = PaperReader.picture(label.bytes());
            assertThat(List.of(sheet.getWidth(), sheet.getHeight())).containsExactly(839, 1_183);
            assertThat(sheet.getColorModel().getPixelSize()).isOne();
        }
    }

    @Test
    void another_format_is_refused() {
        var order = shop.placesOne();
        for (var paper : List.of("receipt", "label")) {
            for (var wrong : List.of("?format=jpg", "?format=png&format=pdf", "?format=png%00")) {
                assertThat(prints(order, paper + wrong).faults()).containsExactly("format filter.invalid");
            }
            well(prints(order, paper + "?format="));
        }
    }

    private Api.Reply labels(List<String> ids) {
        return printer.get(Api.KEYS + "/orders/labels?ids=" + String.join(",", ids));
    }

    @Test
    void a_pile_of_labels_is_in_the_order_asked() {
        var placed = IntStream.range(0, 4)
                .mapToObj(_ -> well(shop.places(Shop.order())))
                .toList();
        var ids = new ArrayList<String>();
        var codes = new ArrayList<String>();
        for (var i : List.of(2, 0, 3, 1, 0)) {
            ids.add(
                    i % 2 == 0
                            ? placed.get(i).data("id")
                            : placed.get(i).data("publicId").toLowerCase(Locale.ROOT));
            codes.add(placed.get(i).data("publicId"));
        }

        var pile = well(labels(ids));
        assertThat(pile.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(pile.header("Content-Disposition")).isEqualTo("inline; filename=\"labels.pdf\"");
        assertThat(PaperReader.pages(pile.bytes()))
                .extracting(page -> scanned(page, BarcodeFormat.QR_CODE))
                .isEqualTo(codes);
        var again =
                printer.get(Api.KEYS + "/orders/labels?ids=" + ids.get(0) + ",&IDS=" + ids.get(1) + "," + ids.get(2));
        assertThat(PaperReader.pages(well(again).bytes()))
                .extracting(page -> scanned(page, BarcodeFormat.QR_CODE))
                .isEqualTo(codes.subList(0, 3));
        well(shop.owner().get(Api.STAFF + "/orders/labels?ids=" + ids.getFirst()));
    }

    @Test
    void no_pile_lacks_a_label_and_every_order_that_is_missing_is_named() {
        var mine = shop.placesOne();
        var others = Shop.opens(api).placesOne();

        var refused = labels(List.of("x", mine, UUID.randomUUID().toString(), others, "SN-2222-2222"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.faults())
                .containsExactly(
                        "ids[0] order.unknown", "ids[2] order.unknown", "ids[3] order.unknown", "ids[4] order.unknown");
        assertThat(printer.get(Api.KEYS + "/orders/labels").faults()).containsExactly("ids field.required");
        assertThat(printer.get(Api.KEYS + "/orders/labels?ids=,").faults()).containsExactly("ids field.out_of_range");
        assertThat(labels(List.of("a%00b")).faults()).containsExactly("ids filter.invalid");
        assertThat(shop.key().get(Api.KEYS + "/orders/labels?ids=" + mine).faults())
                .containsExactly("scope.missing");
    }

    @Test
    void a_hundred_labels_are_one_file_and_one_more_is_refused() {
        var mine = shop.placesOne();

        var pile = well(labels(Collections.nCopies(100, mine)));
        try (var document = Loader.loadPDF(pile.bytes())) {
            assertThat(document.getNumberOfPages()).isEqualTo(100);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        assertThat(labels(Collections.nCopies(101, mine)).faults()).containsExactly("ids field.out_of_range");
    }

    @Test
    void the_longest_receipt_is_one_picture() {
        var goods = Goods.of(shop);
        well(goods.saves(Goods.product("LONG").put("name", "ﷺ ورد ".repeat(28)).put("price", 1_000)));
        var order = Shop.order();
        order.remove("orderValue");
        var items = order.putArray("items");
        for (var i = 0; i < 200; i++) {
            items.addObject().put("sku", "LONG").put("quantity", 1);
        }
        var placed = well(shop.places(order));

        var printed = well(prints(placed.data("id"), "receipt?format=png"));
        var strip = PaperReader.picture(printed.bytes());
        assertThat(strip.getWidth()).isEqualTo(576);
        assertThat(strip.getHeight()).isBetween(20_000, 120_000);
        var foot = strip.getSubimage(0, strip.getHeight() - 600, 576, 600);
        assertThat(scanned(foot, BarcodeFormat.QR_CODE)).isEqualTo(placed.data("publicId"));
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
    void a_receipt_ends_with_the_shops_own_note() {
        speaks("en");
        var order = shop.placesOne();
        assertThat(text(well(prints(order, "receipt")).bytes())).doesNotContain("Come again");

        well(shop.owner()
                .put(
                        Api.STAFF + "/cashier/settings",
                        Api.object().put("receiptFooterNote", "Come again – الاستبدال خلال ثلاثة أيام")));
        var receipt = text(well(prints(order, "receipt")).bytes());
        assertThat(receipt).contains("Come again", "الاستبدال خلال ثلاثة أيام");
        assertThat(receipt.indexOf("Come again")).isLessThan(receipt.indexOf("Thank you"));
        assertThat(text(well(prints(order, "label")).bytes())).doesNotContain("Come again");
    }

    @Test
    void a_receipt_of_a_cash_sale_says_what_was_given_and_what_went_back() {
        speaks("en");
        var counter = Counter.of(Goods.of(shop));
        counter.goods().sells("ROSE", 1_100, 9);
        var session = counter.session("Front", 0);
        var sale = Counter.sale("ROSE", 2).put("cashTendered", 5_000);

        assertThat(receipt(counter.sells(session, sale)))
                .containsOnlyOnce("2,250 IQD")
                .contains("2,200 IQD", "Cash rounding 50 IQD")
                .contains("Cash given", "5,000 IQD", "Change", "2,750 IQD", "Paid\n2,250 IQD")
                .doesNotContain("Amount due");
        assertThat(receipt(counter.sells(session, Counter.sale("ROSE", 2).put("paymentMethod", "Card"))))
                .contains("2,200 IQD")
                .doesNotContain("Cash rounding", "Change");
    }

    @Test
    void a_receipt_that_is_printed_again_says_what_was_paid_back() {
        speaks("en");
        var counter = Counter.of(Goods.of(shop));
        counter.goods().sells("ROSE", 1_100, 9);
        var sold = counter.sells(counter.session("Front", 0), Counter.sale("ROSE", 2));
        assertThat(receipt(sold)).doesNotContain("Paid back");

        var asked = Api.object();
        asked.putArray("items")
                .addObject()
                .put("orderItemId", sold.data("items.0.id"))
                .put("quantity", 1);
        var request = well(counter.post("/orders/" + sold.data("id") + "/return-request", asked));
        for (var step : List.of("approve", "complete")) {
            well(counter.post("/return-requests/" + request.data("id") + "/" + step, Api.object()));
        }

        assertThat(receipt(sold)).contains("Paid back", "1,000 IQD");
    }

    @Test
    void a_receipt_tells_of_delivery_where_something_is_delivered() {
        speaks("en");
        var counter = Counter.of(Goods.of(shop));
        counter.goods().sells("ROSE", 1_000, 9);
        var session = counter.session("Front", 0);

        assertThat(receipt(counter.sells(session, Counter.sale("ROSE", 1)))).doesNotContain("Delivery");
        assertThat(receipt(counter.sells(session, Counter.sale("ROSE", 1).put("deliveryFee", 2_000))))
                .contains("Delivery 2,000 IQD");
        assertThat(receipt(shop.places(Shop.order().put("deliveryMode", "Pickup"))))
                .doesNotContain("Delivery 0");
        assertThat(receipt(shop.places(Shop.order().put("deliveryFee", 0))))
                .as("brought for nothing")
                .contains("Delivery 0 IQD");
    }

    @Test
    void a_label_says_who_collects_it_only_where_a_courier_does() {
        speaks("en");

        assertThat(label(shop.places(Shop.order()))).contains("Courier collects at the store");
        assertThat(label(shop.places(Shop.order().put("deliveryMode", "Pickup"))))
                .doesNotContain("Courier");
    }

    private String label(Api.Reply placed) {
        return text(well(prints(well(placed).data("id"), "label")).bytes());
    }

    @Test
    void a_line_whose_price_is_agreed_later_is_not_printed_as_given_away() {
        speaks("en");
        var goods = Goods.of(shop);
        well(goods.saves(Goods.product("VASE")));
        var order = Shop.order();
        order.remove("orderValue");
        order.putArray("items").addObject().put("sku", "VASE").put("quantity", 2);

        assertThat(receipt(shop.places(order)))
                .contains("2 ×", "Price to confirm")
                .doesNotContain("2 × 0");
    }

    private String receipt(Api.Reply sold) {
        return text(well(prints(well(sold).data("id"), "receipt")).bytes());
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
            carriesTheCode(placed.data("id"), "receipt", placed.data("publicId"));
            carriesTheCode(placed.data("id"), "label", placed.data("publicId"));
        }
    }

    @Test
    void the_api_document_tells_of_files() {
        var paths = api.get("/openapi.json").json().get("paths");
        for (var paper : List.of("receipt", "label")) {
            var content = paths.at(
                    "/" + (Api.KEYS + "/orders/{id}/" + paper).replace("/", "~1") + "/get/responses/200/content");
            assertThat(((ObjectNode) content).propertyNames())
                    .containsExactlyInAnyOrder("application/pdf", "image/png");
        }
        for (var form : List.of("/uploads/images", "/catalog/products/import")) {
            var content = paths.at("/" + (Api.KEYS + form).replace("/", "~1") + "/post/requestBody/content");
            assertThat(((ObjectNode) content).propertyNames()).containsExactly("multipart/form-data");
        }
    }
}
