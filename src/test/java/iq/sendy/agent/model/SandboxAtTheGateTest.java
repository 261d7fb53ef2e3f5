package iq.sendy.agent.model;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.agent.GateVerdict;
import iq.sendy.agent.ReplyDraft;
import iq.sendy.agent.ShopFacts;
import iq.sendy.agent.TurnFacts;
import iq.sendy.kernel.Currency;
import iq.sendy.llm.ChatOutcome.Answered;
import iq.sendy.llm.ChatRequest;
import iq.sendy.llm.ChatTool;
import iq.sendy.llm.ChatTurn;
import iq.sendy.llm.ChatTurn.AssistantTurn;
import iq.sendy.llm.ChatTurn.ToolTurn;
import iq.sendy.llm.ChatTurn.UserTurn;
import iq.sendy.llm.ToolAnswer;
import iq.sendy.llm.ToolCall;
import iq.sendy.llm.model.SandboxModel;
import iq.sendy.messaging.ReplyLanguage;
import iq.sendy.meta.ChannelType;
import iq.sendy.orders.OrderStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The sandbox, with the agent's own prompt, says nothing that the gate would hold back, in any language. */
class SandboxAtTheGateTest {

    private static final ShopFacts SHOP =
            new ShopFacts("ورد", "ward", "shops.example", Set.of(), Set.of(), Currency.IQD, null);
    private static final TurnFacts FACTS = new TurnFacts(
            Set.of(25_000L, 40_000L, 30_000L, 5_000L),
            Set.of(),
            Set.of(),
            Map.of("1042", OrderStatus.IN_TRANSIT),
            Set.of("ROSE"),
            Set.of(),
            false,
            null);
    private static final List<ChatTool> TOOLS = Stream.of(
                    "search_products", "get_order_status", "get_store_info", "quote_cart", "handoff_to_staff")
            .map(name -> new ChatTool(name, name, "{}"))
            .toList();

    /** What a tool answered, as its turns would have it; a greeting has none. */
    private record Case(String said, @Nullable String tool, String answer) {}

    private static final List<Case> CASES = List.of(
            new Case("hello", null, ""),
            new Case("thanks", null, ""),
            new Case("price?", null, ""),
            new Case("roses", "search_products", "{'products':[PRODUCT]}"),
            new Case("roses", "search_products", "{'products':[]}"),
            new Case("order roses", "search_products", "{'products':[PRODUCT]}"),
            new Case("order roses", "quote_cart", "{'quoted':true,'total':30000,'currency':'IQD'}"),
            new Case("order roses", "quote_cart", "{'problem':'phone_needed'}"),
            new Case("order roses", "quote_cart", "{'problem':'not_enough_in_stock'}"),
            new Case("order roses", "quote_cart", "{'problem':'area_unknown','areas':[]}"),
            new Case("my order", "get_order_status", "{'found':false}"),
            new Case("my order", "get_order_status", order("Pending")),
            new Case("my order", "get_order_status", order("Confirmed")),
            new Case("my order", "get_order_status", order("OutForDelivery")),
            new Case("my order", "get_order_status", order("Delivered")),
            new Case("my order", "get_order_status", order("Returned")),
            new Case("delivery?", "get_store_info", "{'deliveryFee':5000,'currency':'IQD'}"),
            new Case("delivery?", "get_store_info", "{'deliveryFeeFrom':5000,'deliveryFeeTo':30000,'currency':'IQD'}"));

    private static String order(String status) {
        return "{'found':true,'order':{'number':1042,'status':'" + status + "','total':30000,'currency':'IQD'}}";
    }

    private static String product(ReplyLanguage language) {
        var name = language == ReplyLanguage.AR || language == ReplyLanguage.CKB ? "باقة ورد" : "Rose";
        return "{'sku':'ROSE','name':'" + name + "','price':25000,'currency':'IQD','inStock':true}";
    }

    @ParameterizedTest
    @EnumSource
    void passes(ReplyLanguage language) {
        var system =
                AgentPrompt.system(new AgentPrompt.Shop("ورد", Currency.IQD, ChannelType.WHATSAPP, null), language);
        for (var each : CASES) {
            var turns = new ArrayList<ChatTurn>(List.of(new UserTurn(each.said())));
            var tool = each.tool();
            if (tool != null) {
                var json = each.answer().replace("PRODUCT", product(language)).replace('\'', '"');
                turns.add(new AssistantTurn(null, List.of(new ToolCall("1", tool, "{}"))));
                turns.add(new ToolTurn(List.of(new ToolAnswer("1", tool, json))));
            }
            var answered = (Answered) SandboxModel.answer(new ChatRequest("s", system, turns, TOOLS, 800, null));
            var text = Objects.requireNonNull(answered.text());

            assertThat(ReplyGate.judge(new ReplyDraft(text, language, ChannelType.WHATSAPP, List.of()), FACTS, SHOP))
                    .as(text)
                    .isInstanceOf(GateVerdict.Passed.class);
        }
    }
}
