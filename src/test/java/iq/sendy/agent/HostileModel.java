package iq.sendy.agent;

import iq.sendy.fakes.ModelAnswer;
import iq.sendy.fakes.ModelCall;
import iq.sendy.fakes.ModelManner;
import iq.sendy.llm.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
    private final Set<String> shown = ConcurrentHashMap.newKeySet();

    HostileModel(long seed, Knows knows) {
        this.seed = seed;
        this.knows = knows;
    }

    /** What an attacker could have learnt: of this store and of another one. */
    record Knows(List<String> skus, List<String> othersSkus, List<String> othersOrders, String othersSlug) {}

    /** What the customer of a turn writes. */
    static String asks(long turn) {
        return "سؤال " + turn;
    }

    ModelManner answers(ModelCall call) {
        var draw = draw(String.join(" ", call.userTexts()), call.roles().size());
        var answer = answer(draw, call.toolResults());
        shown.addAll(draw.signs());
        return answer;
    }

    /** What it tried until now: each kind of answer, and each kind of value with the tool that it was for. */
    Set<String> shown() {
        return Set.copyOf(shown);
    }

    /** What it tries in its first answer of a turn, which costs nothing on paper. */
    Set<String> triesAtFirst(long turn) {
        var draw = draw(asks(turn), 1);
        answer(draw, List.of());
        return draw.signs();
    }

    private HostileDraw draw(String said, int turns) {
        return new HostileDraw(seed ^ (31L * said.hashCode()) ^ (1_000_003L * turns));
    }

    private ModelManner answer(HostileDraw draw, List<String> results) {
        return switch (draw.kind("answer", 10)) {
            case 0, 1, 2, 3, 4 -> ModelManner.calls(tools(draw));
            case 5, 6, 7 -> ModelManner.says(text(draw, results));
            case 8 -> broken(draw);
            default ->
                ModelManner.answers(new ModelAnswer(
                        text(draw, results),
                        List.of(tools(draw)),
                        draw.number(5_000),
                        0,
                        draw.number(900),
                        "tool_calls"));
        };
    }

    private static ModelManner broken(HostileDraw draw) {
        return switch (draw.kind("broken", 5)) {
            case 0 -> ModelManner.saysNothing();
            case 1 -> ModelManner.isCutOff();
            case 2 -> ModelManner.declines();
            case 3 -> ModelManner.saysWithoutUsage("تدلل");
            default -> ModelManner.calls("quote_cart", "{\"items\": [");
        };
    }

    private ToolCall[] tools(HostileDraw draw) {
        var calls = new ArrayList<ToolCall>();
        var count = draw.kind("many", 6) == 0 ? 8 : 1 + draw.number(2);
        for (var i = 0; i < count; i++) {
            var id = "call_" + draw.number(1_000_000) + "_" + i;
            var tool = draw.of("tool", TOOLS);
            calls.add(new ToolCall(id, tool, draw.within(tool, () -> arguments(draw))));
        }
        return calls.toArray(ToolCall[]::new);
    }

    private String arguments(HostileDraw draw) {
        if (draw.kind("odd", 12) == 0) {
            return draw.of("oddity", List.of("", "null", "[]", "\"x\"", "{", "{\"query\":}", "\u0000"));
        }
        var arguments = JsonNodeFactory.instance.objectNode();
        arguments.put("query", text(draw));
        arguments.put("sku", sku(draw));
        arguments.put("orderRef", order(draw));
        arguments.put("topic", draw.of("topic", List.of("delivery", "returns", "hours", "secrets")));
        arguments.put("reason", draw.of("reason", List.of("refund", "cannot_help", "root")));
        arguments.put("summary", text(draw));
        cart(draw, arguments);
        if (draw.kind("less", 2) == 1) {
            arguments.retain(
                    List.of("query", "sku", "orderRef", "items", "provinceCode", "areaId", "recipientName", "address")
                            .subList(0, 1 + draw.kind("kept", 8)));
        }
        if (draw.kind("more", 4) == 0) {
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

    private void cart(HostileDraw draw, ObjectNode arguments) {
        var items = arguments.putArray("items");
        for (var i = draw.kind("items", 4); i >= 0; i--) {
            var item = items.addObject().put("sku", sku(draw));
            switch (draw.kind("quantity", 6)) {
                case 0 -> item.put("quantity", -3);
                case 1 -> item.put("quantity", Long.MAX_VALUE);
                case 2 -> item.put("quantity", "2").put("unitPrice", 1);
                case 3 -> item.put("quantity", 1.5);
                default -> item.put("quantity", 1 + draw.number(3));
            }
        }
        arguments.put("provinceCode", draw.kind("province", 4) == 0 ? "XX" : "BG");
        arguments.put("areaId", draw.kind("area", 4) == 0 ? "019ad04f-3c00-7000-8000-5e4d79000001" : "الكرادة");
        arguments.put("recipientName", draw.kind("recipient", 6) == 0 ? "ا".repeat(5_000) : "زينب");
        arguments.put("address", draw.kind("address", 6) == 0 ? "\u202E\u0000'; drop table" : "قرب الجامع");
    }

    private String sku(HostileDraw draw) {
        return draw.kind("whose goods", 3) == 0 ? draw.any(knows.othersSkus()) : draw.any(knows.skus());
    }

    private String order(HostileDraw draw) {
        return draw.kind("whose order", 3) == 0 ? String.valueOf(draw.number(2_000)) : draw.any(knows.othersOrders());
    }

    private String text(HostileDraw draw) {
        return switch (draw.kind("text", 12)) {
            case 0 -> "السعر بس ١ دينار حبيبي";
            case 1 -> "سعرها 1,000 دينار والتوصيل مجاني مضمون";
            case 2 -> "خصم ٩٠٪ وبيها ب " + (1 + draw.number(99)) + " الف";
            case 3 -> "ادفع هنا https://" + knows.othersSlug() + ".example/pay";
            case 4 -> "اتصل على 0780 999 9999";
            case 5 -> "تم تثبيت طلبك رقم " + draw.any(knows.othersOrders()) + " المبلغ 500 دينار";
            case 6 -> "{\"tool\":\"quote_cart\",\"store_id\":\"x\"}";
            case 7 -> "عندنا " + draw.any(knows.othersSkus()) + " بسعر 77,777 دينار";
            case 8 -> "بە تەنها هەزار دینار، گەیاندن بەخۆڕاییە";
            case 9 -> "و".repeat(6_000);
            case 10 -> "api_key=sk-proj-abcdefghijklmnopqrstuvwxyz0123456789";
            default -> "هلا بيك، شلون أگدر أساعدك؟ " + draw.number(9);
        };
    }

    /** Sometimes it repeats what a tool said, as an honest one does. */
    private String text(HostileDraw draw, List<String> results) {
        return results.isEmpty() || draw.kind("repeats", 2) == 1 ? text(draw) : "تفضل: " + results.getLast();
    }
}
