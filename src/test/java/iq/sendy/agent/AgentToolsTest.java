package iq.sendy.agent;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Shop;
import iq.sendy.agent.ChatCustomer.ChatStage;
import iq.sendy.checkout.OpenShop;
import iq.sendy.meta.ChannelType;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What tools answer: this store's own, as much of it as a customer may know, whatever a model writes into a call. */
class AgentToolsTest extends AgentScenario {

    @Autowired
    AgentTools tools;

    OpenShop shop;
    ChatCustomer customer;

    @BeforeEach
    void open() {
        shop = OpenShop.opens(api);
        sells("W-1", "ساعة يد رجالية كلاسيك", 45_000, 3);
        sells("P-1", "عطر رجالي خشبي 100 مل", 30_000, 0);
        sells("P-2", "عطر نسائي وردي", 35_000, 4);
        sells("K-1", "کراسی سپی پیاوان", 20_000, 4);
        sells("S-1", "Kirasê spî", 22_000, 4);
        sells("B-1", "Leather Wallet", 18_000, 4);
        customer = customer(shop);
    }

    private ChatCustomer customer(OpenShop of) {
        return ChatCustomer.at(
                        new ChatStage(tools, processing, transactions, backstage, clock), of, ChannelType.WHATSAPP)
                .writes("مرحبا");
    }

    private void sells(String sku, String name, long price, long quantity) {
        well(shop.goods()
                .saves(Goods.product(sku).put("name", name).put("price", price).put("initialQuantity", quantity)));
    }

    private List<String> found(String query) {
        return customer.told("search_products", Api.object().put("query", query).toString())
                .get("products")
                .valueStream()
                .map(product -> product.get("sku").stringValue())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "شكد سعر الساعات عندكم؟, W-1",
        "ساعه, W-1",
        "ساعا, W-1",
        "العطور النسائية, P-2",
        "عطير نسائي, P-2",
        "کراسەکانی پیاوان, K-1",
        "kirasek dixwazim, S-1",
        "do you have wallets, B-1",
        "walet, B-1",
        "b-1, B-1"
    })
    void products_are_found_inflected_misspelt_and_in_a_sentence(String query, String first) {
        assertThat(found(query)).startsWith(first);
    }

    @Test
    void whether_there_is_any_is_told_and_never_how_many() {
        var told = customer.told("search_products", "{\"query\":\"عطر\",\"limit\":5}");

        assertThat(told.get("products")
                        .valueStream()
                        .map(product -> product.get("inStock").booleanValue()))
                .containsExactlyInAnyOrder(true, false);
        assertThat(told.toString()).doesNotContain("uantity").doesNotContain("available");
        assertThat(customer.facts("search_products", "{\"query\":\"عطر\"}").amounts())
                .containsExactlyInAnyOrder(30_000L, 35_000L);
    }

    @Test
    void what_is_not_on_display_is_not_found() {
        well(shop.goods().saves(Goods.product("P-1").put("isActive", false)));
        var other = OpenShop.opens(api).sells("OTHER", 1_000, 1);

        assertThat(found("عطر")).containsExactly("P-2");
        assertThat(customer.told("get_product", "{\"sku\":\"P-1\"}")
                        .get("found")
                        .booleanValue())
                .isFalse();
        assertThat(customer.told("get_product", "{\"sku\":\"OTHER\"}")
                        .get("found")
                        .booleanValue())
                .isFalse();
        assertThat(customer(other)
                        .told("get_product", "{\"sku\":\"OTHER\"}")
                        .get("found")
                        .booleanValue())
                .isTrue();
        assertThat(customer.told("quote_cart", ChatCustomer.cart("OTHER", 1))
                        .get("problem")
                        .stringValue())
                .isEqualTo("not_for_sale");
    }

    @Test
    void a_product_has_its_page() {
        var told = customer.told("get_product", "{\"sku\":\"W-1\"}");

        assertThat(told.at("/product/page").stringValue()).endsWith("/s/" + shop.slug() + "/p/W-1");
        assertThat(customer.facts("get_product", "{\"sku\":\"W-1\"}").urls())
                .containsExactly(told.at("/product/page").stringValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "drop_tables|{}",
                "search_products|not json",
                "search_products|[1]",
                "search_products|{}",
                "search_products|{\"query\":7}",
                "get_product|{\"sku\":null}",
                "get_store_info|{\"topic\":\"secrets\"}",
                "quote_cart|{}",
                "quote_cart|{\"items\":[{\"sku\":\"W-1\",\"quantity\":-2}]}",
                "quote_cart|{\"items\":[{\"sku\":\"W-1\",\"quantity\":51}]}",
                "quote_cart|{\"items\":[{\"sku\":\"W-1\",\"quantity\":1.5}]}",
                "quote_cart|{\"items\":{\"sku\":\"W-1\"}}"
            })
    void a_wrong_call_is_told_to_be_wrong(String tool, String arguments) {
        assertThat(customer.calls(tool, arguments)).isInstanceOf(ToolOutcome.Wrong.class);
    }

    @Test
    void huge_arguments_are_not_read() {
        assertThat(customer.calls("search_products", "{\"query\":\"" + "ا".repeat(30_000) + "\"}"))
                .isInstanceOf(ToolOutcome.Wrong.class);
    }

    @Test
    void a_price_a_phone_and_a_store_that_a_model_writes_count_for_nothing() {
        var cart = ((ObjectNode) JsonMapper.shared().readTree(ChatCustomer.cart("W-1", 1)))
                .put("price", 1)
                .put("total", 1)
                .put("discount", 44_999)
                .put("phone", "07809999999")
                .put("storeId", UUID.randomUUID().toString());
        var quote = Objects.requireNonNull(
                customer.facts("quote_cart", cart.toString()).quote());

        assertThat(quote.money().total()).isEqualTo(45_000);
        assertThat(quote.recipient().phone()).isEqualTo(customer.phone());
    }

    @ParameterizedTest
    @ValueSource(strings = {"الكرادة", "karrada", Shop.KARRADA, "Karradah"})
    void an_area_is_known_by_its_id_and_its_name(String area) {
        var told = customer.told("quote_cart", ChatCustomer.cart("W-1", 1, area));
        assertThat(told.has("quoted") || told.get("problem").stringValue().startsWith("area_"))
                .as(told::toString)
                .isTrue();
    }

    @Test
    void an_area_that_is_not_clear_is_asked_for() {
        var told = customer.told("quote_cart", ChatCustomer.cart("W-1", 1, "لا مكان"));
        assertThat(told.get("problem").stringValue()).isEqualTo("area_unknown");
    }

    private String orders(String phone, long value) {
        return well(shop.shop().places(Shop.order().put("customerPhone", phone).put("orderValue", value)))
                .data("publicId");
    }

    private JsonNode status(String ref) {
        return customer.told(
                "get_order_status", Api.object().put("orderRef", ref).toString());
    }

    @Test
    void orders_of_the_proved_phone_are_told_and_nobody_elses() {
        var own = orders(Objects.requireNonNull(customer.phone()).value(), 12_000);
        var others = orders(Shop.newPhone(), 13_000);
        var elsewhere = OpenShop.opens(api);
        var abroad = well(elsewhere.shop().places(Shop.order())).data("publicId");

        assertThat(status(own).at("/order/total").intValue()).isEqualTo(12_000);
        assertThat(status(own.toLowerCase(Locale.ROOT).replace("-", ""))
                        .get("found")
                        .booleanValue())
                .isTrue();
        assertThat(status("طلب رقم ١").at("/order/orderRef").stringValue()).isEqualTo(own);
        assertThat(customer.told("get_order_status", "{}").at("/order/orderRef").stringValue())
                .isEqualTo(own);
        assertThat(status(own).toString()).doesNotContain("الكرادة").doesNotContain("زينب");
        var nothing = status("SN-2222-2222").toString();
        for (var ref : List.of(others, abroad, "2", "999999999999999999999", "'; drop table", "زينب")) {
            assertThat(status(ref).toString()).isEqualTo(nothing);
        }
        assertThat(customer.facts("get_order_status", "{}").orders()).containsKeys(own, "1");
    }

    @Test
    void who_has_proved_no_phone_hears_of_no_order() {
        orders("0770 123 4567", 12_000);
        var instagram = ChatCustomer.at(
                        new ChatStage(tools, processing, transactions, backstage, clock), shop, ChannelType.INSTAGRAM)
                .writes("0770 123 4567");
        assertThat(instagram
                        .told("get_order_status", "{\"orderRef\":\"1\"}")
                        .get("found")
                        .booleanValue())
                .isFalse();
        assertThat(instagram.told("get_order_status", "{}").get("found").booleanValue())
                .isFalse();
    }

    @Test
    void the_shop_is_told_as_its_people_wrote_it() {
        well(shop.shop().owner().put(Api.STAFF + "/settings", Api.object().put("defaultDeliveryFee", 5_000)));
        var policies = Api.object();
        policies.putObject("policies").put("returns", "الإرجاع خلال 3 أيام، والأجرة 2,000 دينار");
        shop.decides(policies);

        var returns = customer.calls("get_store_info", "{\"topic\":\"returns\"}");
        assertThat(returns).isInstanceOf(ToolOutcome.Told.class);
        assertThat(((ToolOutcome.Told) returns).json()).contains("2,000");
        assertThat(((ToolOutcome.Told) returns).facts().policies())
                .containsExactly("الإرجاع خلال 3 أيام، والأجرة 2,000 دينار");
        assertThat(((ToolOutcome.Told) returns).facts().amounts()).contains(2_000L);

        var delivery = customer.told(
                "get_store_info", "{\"topic\":\"delivery\",\"provinceCode\":\"الموصل\",\"area\":\"الموصل\"}");
        assertThat(delivery.at("/province/provinceCode").stringValue()).isEqualTo("NI");
        assertThat(delivery.get("deliveryFee").intValue()).isEqualTo(5_000);
        assertThat(customer.facts("get_store_info", "{\"topic\":\"delivery\"}").amounts())
                .contains(5_000L);
        assertThat(customer.told("get_store_info", "{\"topic\":\"about\"}")
                        .get("page")
                        .stringValue())
                .contains("/s/" + shop.slug());
    }

    @Test
    void a_hand_off_is_taken_whatever_is_said_of_it() {
        assertThat(customer.calls("handoff_to_staff", "{\"reason\":\"complaint\",\"summary\":\"وصل مكسورًا\"}"))
                .isEqualTo(new ToolOutcome.HandOff(HandOffReason.COMPLAINT, "وصل مكسورًا"));
        assertThat(customer.calls("handoff_to_staff", "{\"reason\":\"spend_cap\"}"))
                .isEqualTo(new ToolOutcome.HandOff(HandOffReason.CANNOT_HELP, ""));
    }
}
