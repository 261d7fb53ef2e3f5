package iq.sendy.orders;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The list of orders as a file. */
@Scenario
class ExportTest {

    private static final String HEADER = "\uFEFFnumber,publicId,externalRef,status,source,createdAt,customerName,"
            + "customerPhone,addressProvinceCode,province,area,customerAddress,items,subTotal,discountTotal,deliveryFee,"
            + "total,paymentMethod,paymentStatus,notes";

    @Autowired
    Api api;

    Goods goods;
    Shop shop;

    @BeforeEach
    void open() {
        goods = Goods.opens(api);
        shop = goods.shop();
    }

    @Test
    void an_order_is_a_line_in_the_stores_language() {
        goods.sells("SKU-A", 10_000, 5);
        goods.sells("SKU-B", 3_000, 5);
        var order = Shop.order()
                .put("customerName", "=1+1")
                .put("notes", "قال \"بسرعة\"، a,b")
                .put("externalRef", "-7");
        order.remove("orderValue");
        var items = order.putArray("items");
        items.addObject().put("sku", "SKU-A").put("quantity", 2);
        items.addObject().put("sku", "SKU-B").put("quantity", 1);
        var placed = Goods.well(shop.places(order));

        var exported = shop.key().get(Api.KEYS + "/orders/export");

        assertThat(exported.status()).as(exported.text()).isEqualTo(200);
        assertThat(exported.header("Content-Type").replace(" ", "").toLowerCase(Locale.ROOT))
                .isEqualTo("text/csv;charset=utf-8");
        assertThat(exported.header("Content-Disposition")).startsWith("attachment");
        assertThat(exported.header("Content-Language")).isEqualTo("ar");
        assertThat(exported.text()).endsWith("\r\n");
        var lines = List.of(exported.text().split("\r\n", -1));
        assertThat(lines.getFirst()).isEqualTo(HEADER);
        assertThat(lines.get(1))
                .startsWith("1,\"" + placed.data("publicId") + "\",\"'-7\",\"Pending\",\"Api\","
                        + placed.data("createdAt") + ",\"'=1+1\",\"9647701234567\",\"BG\",\"بغداد\",")
                .contains(",\"2 x SKU-A; 1 x SKU-B\",23000,0,0,23000,\"CashOnDelivery\",\"Due\",")
                .endsWith("\"قال \"\"بسرعة\"\"، a,b\"");
    }

    @Test
    void no_text_becomes_a_formula_whatever_separates_the_cells() {
        for (var name : List.of("a;=1+1", "a|=1+1", "＝1+1", "＋1", "－1", "＠a")) {
            shop.places(Shop.order().put("customerName", name));
        }

        var lines = List.of(shop.key().get(Api.KEYS + "/orders/export").text().split("\r\n", -1));

        assertThat(lines.get(6)).contains(",\"a;=1+1\",");
        assertThat(lines.get(5)).contains(",\"a|=1+1\",");
        assertThat(lines.get(4)).contains(",\"'＝1+1\",");
        assertThat(lines.get(3)).contains(",\"'＋1\",");
        assertThat(lines.get(2)).contains(",\"'－1\",");
        assertThat(lines.get(1)).contains(",\"'＠a\",").endsWith(",");
    }

    @Test
    void filters_hold_and_the_newest_comes_first() {
        var first = shop.placesOne();
        shop.placesOne();
        shop.placesOne();
        shop.key().delete(Api.KEYS + "/orders/" + first);

        var pending = shop.key()
                .get(Api.KEYS + "/orders/export?status=Pending")
                .text()
                .split("\r\n");

        assertThat(pending).hasSize(3);
        assertThat(pending[1]).startsWith("3,");
        assertThat(pending[2]).startsWith("2,");
        assertThat(shop.key().get(Api.KEYS + "/orders/export?status=Lost").faults())
                .containsExactly("status filter.invalid");
        assertThat(shop.key().get(Api.KEYS + "/orders/export?format=pdf").faults())
                .containsExactly("format filter.invalid");
    }

    @Test
    void a_sheet_is_a_workbook() {
        shop.placesOne();

        var sheet = shop.key().get(Api.KEYS + "/orders/export?format=xlsx");

        assertThat(sheet.status()).isEqualTo(200);
        assertThat(sheet.header("Content-Type")).startsWith("application/vnd.openxmlformats-officedocument");
        assertThat(sheet.bytes()).startsWith('P', 'K');
    }
}
