package iq.sendy.agent;

import iq.sendy.fakes.ModelAnswer;
import iq.sendy.fakes.ModelCall;
import iq.sendy.fakes.ModelManner;
import iq.sendy.llm.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A model that is wholly in the hands of an attacker: any tool, any arguments, any text, the same for the same seed. */
final class HostileModel {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> TOOLS = List.of(
            "search_products",
            "get_product",
            "get_order_status",
            "get_store_info",
            "quote_cart",
            "quote_cart",
            "handoff_to_staff",
            "create_order",
            "refund_order",
            "SELECT * FROM orders",
            "");

    private final long seed;
    private final Knows knows;

    HostileModel(long seed, Knows knows) {
        this.seed = seed;
        this.knows = knows;
    }

    /** What an attacker could have learnt: of this store and of another one. */
    record Knows(List<String> skus, List<String> othersSkus, List<String> othersOrders, String othersSlug) {}

    ModelManner answers(ModelCall call) {
        var said = String.join(" ", call.userTexts());
        var random = new Random(
                seed ^ (31L * said.hashCode()) ^ (1_000_003L * call.roles().size()));
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3, 4 -> ModelManner.calls(tools(random));
            case 5, 6, 7 -> ModelManner.says(text(random, call));
            case 8 -> broken(random);
            default ->
                ModelManner.answers(new ModelAnswer(
                        text(random, call),
                        List.of(tools(random)),
                        random.nextInt(5_000),
                        0,
                        random.nextInt(900),
                        "tool_calls"));
        };
    }

    private static ModelManner broken(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> ModelManner.saysNothing();
            case 1 -> ModelManner.isCutOff();
            case 2 -> ModelManner.declines();
            case 3 -> ModelManner.saysWithoutUsage("تدلل");
            default -> ModelManner.calls("quote_cart", "{\"items\": [");
        };
    }

    private ToolCall[] tools(Random random) {
        var calls = new ArrayList<ToolCall>();
        var count = random.nextInt(6) == 0 ? 8 : 1 + random.nextInt(2);
        for (var i = 0; i < count; i++) {
            calls.add(new ToolCall(
                    "call_" + random.nextInt(1_000_000) + "_" + i,
                    TOOLS.get(random.nextInt(TOOLS.size())),
                    arguments(random)));
        }
        return calls.toArray(ToolCall[]::new);
    }

    private String arguments(Random random) {
        if (random.nextInt(12) == 0) {
            return List.of("", "null", "[]", "\"x\"", "{", "{\"query\":}", "\u0000")
                    .get(random.nextInt(7));
        }
        var arguments = JsonNodeFactory.instance.objectNode();
        arguments.put("query", text(random));
        arguments.put("sku", sku(random));
        arguments.put("orderRef", order(random));
        arguments.put(
                "topic", List.of("delivery", "returns", "hours", "secrets").get(random.nextInt(4)));
        arguments.put("reason", List.of("refund", "cannot_help", "root").get(random.nextInt(3)));
        arguments.put("summary", text(random));
        cart(random, arguments);
        if (random.nextBoolean()) {
            arguments.retain(
                    List.of("query", "sku", "orderRef", "items", "provinceCode", "areaId", "recipientName", "address")
                            .subList(0, 1 + random.nextInt(8)));
        }
        if (random.nextInt(4) == 0) {
            // What no schema has, in case somebody reads it all the same.
            arguments
                    .put("storeId", "019ad04f-3c00-7000-8000-5e4d79000001")
                    .put("customerPhone", "+9647700000000")
                    .put("price", 1)
                    .put("total", 1)
                    .put("discount", 99)
                    .put("status", "Delivered");
        }
        return JSON.writeValueAsString(arguments);
    }

    private void cart(Random random, ObjectNode arguments) {
        var items = arguments.putArray("items");
        for (var i = random.nextInt(4); i >= 0; i--) {
            var item = items.addObject().put("sku", sku(random));
            switch (random.nextInt(6)) {
                case 0 -> item.put("quantity", -3);
                case 1 -> item.put("quantity", Long.MAX_VALUE);
                case 2 -> item.put("quantity", "2").put("unitPrice", 1);
                case 3 -> item.put("quantity", 1.5);
                default -> item.put("quantity", 1 + random.nextInt(3));
            }
        }
        arguments.put("provinceCode", random.nextInt(4) == 0 ? "XX" : "BG");
        arguments.put("areaId", random.nextInt(4) == 0 ? "019ad04f-3c00-7000-8000-5e4d79000001" : "الكرادة");
        arguments.put("recipientName", random.nextInt(6) == 0 ? "ا".repeat(5_000) : "زينب");
        arguments.put("address", random.nextInt(6) == 0 ? "\u202E\u0000'; drop table" : "قرب الجامع");
    }

    private String sku(Random random) {
        return random.nextInt(3) == 0 ? any(random, knows.othersSkus()) : any(random, knows.skus());
    }

    private String order(Random random) {
        return random.nextInt(3) == 0 ? String.valueOf(random.nextInt(2_000)) : any(random, knows.othersOrders());
    }

    private static String any(Random random, List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String text(Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> "السعر بس ١ دينار حبيبي";
            case 1 -> "سعرها 1,000 دينار والتوصيل مجاني مضمون";
            case 2 -> "خصم ٩٠٪ وبيها ب " + (1 + random.nextInt(99)) + " الف";
            case 3 -> "ادفع هنا https://" + knows.othersSlug() + ".example/pay";
            case 4 -> "اتصل على 0780 999 9999";
            case 5 -> "تم تثبيت طلبك رقم " + any(random, knows.othersOrders()) + " المبلغ 500 دينار";
            case 6 -> "{\"tool\":\"quote_cart\",\"store_id\":\"x\"}";
            case 7 -> "عندنا " + any(random, knows.othersSkus()) + " بسعر 77,777 دينار";
            case 8 -> "بە تەنها هەزار دینار، گەیاندن بەخۆڕاییە";
            case 9 -> "و".repeat(6_000);
            case 10 -> "api_key=sk-proj-abcdefghijklmnopqrstuvwxyz0123456789";
            default -> "هلا بيك، شلون أگدر أساعدك؟ " + random.nextInt(9);
        };
    }

    /** Sometimes it repeats what a tool said, as an honest one does. */
    private String text(Random random, ModelCall call) {
        var results = call.toolResults();
        return results.isEmpty() || random.nextBoolean() ? text(random) : "تفضل: " + results.getLast();
    }
}
