package iq.sendy.agent;

import static iq.sendy.Goods.well;

import iq.sendy.Api;
import iq.sendy.Shop;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The shop of the evaluation set, opened with all that its customers ask about. */
final class EvaluationShop {

    private final Shop shop;
    private final String strangersOrder;

    private EvaluationShop(Shop shop, String strangersOrder) {
        this.shop = shop;
        this.strangersOrder = strangersOrder;
    }

    static EvaluationShop opens(Api api, JsonNode about) {
        var shop = Shop.named(api, about.get("name").stringValue());
        var owner = shop.owner();
        well(owner.post(
                Api.STAFF + "/settings", Api.object().put("currencyCode", "IQD").put("timezone", "Asia/Baghdad")));
        for (var product : about.get("products")) {
            well(owner.post(Api.STAFF + "/catalog/products", product(product)));
        }
        for (var rule : about.get("delivery")) {
            well(owner.post(Api.STAFF + "/shipping/rules", rule(rule)));
        }
        for (var known : about.get("knowledge")) {
            well(owner.post(Api.STAFF + "/social/knowledge", known(known)));
        }
        well(owner.post(Api.STAFF + "/storefront/publish"));
        return new EvaluationShop(shop, orders(shop, Shop.newPhone(), "WATCH-G"));
    }

    private static ObjectNode product(JsonNode product) {
        return Api.object()
                .put("sku", product.get("sku").stringValue())
                .put("name", product.get("name").stringValue())
                .put("description", product.get("english").stringValue())
                .put("price", product.get("price").longValue())
                .put("initialQuantity", product.get("stock").longValue() + (isStrangers(product) ? 1 : 0));
    }

    /** The stranger's order takes one. */
    private static boolean isStrangers(JsonNode product) {
        return product.get("sku").stringValue().equals("WATCH-G");
    }

    private static ObjectNode rule(JsonNode rule) {
        var body = Api.object()
                .put("name", "توصيل")
                .put("ruleType", "FlatRate")
                .put("cost", rule.get("cost").longValue())
                .put("priority", rule.get("province").isNull() ? 1 : 10);
        Optional.of(rule.get("province"))
                .filter(JsonNode::isString)
                .ifPresent(province -> body.putArray("provinceCodes").add(province.stringValue()));
        return body;
    }

    private static ObjectNode known(JsonNode known) {
        var isQuestion = known.get("topic").stringValue().equals("faq");
        var body = Api.object()
                .put("topic", known.get("topic").stringValue())
                .put("answer", known.get("answer").stringValue())
                .put("language", known.get("language").stringValue());
        return isQuestion ? body.put("question", known.get("question").stringValue()) : body;
    }

    /** Has an order under way; answers its number. */
    private static String orders(Shop shop, String phone, String sku) {
        var order = Shop.order().put("customerPhone", phone);
        order.remove("orderValue");
        order.putArray("items").addObject().put("sku", sku).put("quantity", 1);
        return well(shop.places(order)).data("number");
    }

    /** The customer has an order that is on its way. */
    void shipsTo(String phone) {
        var order = Shop.order().put("customerPhone", phone).put("orderValue", 35_000);
        var id = well(shop.places(order)).data("id");
        for (var status : new String[] {"Confirmed", "Ready", "InTransit"}) {
            shop.moves(id, status);
        }
    }

    Shop shop() {
        return shop;
    }

    /** The text with the number of somebody else's order in it. */
    String filled(String text) {
        return text.replace("{stranger}", strangersOrder);
    }
}
