package iq.sendy.agent;

import iq.sendy.agent.StoreInfo.InfoQuestion;
import iq.sendy.agent.model.UntrustedText;
import iq.sendy.llm.ChatTool;
import iq.sendy.llm.ToolCall;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tools of the agent. Whose turn it is comes from the job; what a model writes into a call is a wish, read field by field, and
 * every answer is the store's own.
 */
@Component
class AgentTools {

    /** What a model may give as the reason; the others are found by rules. */
    private static final Set<HandOffReason> MODEL_REASONS = EnumSet.of(
            HandOffReason.ASKED_FOR_PERSON,
            HandOffReason.COMPLAINT,
            HandOffReason.REFUND,
            HandOffReason.LEGAL,
            HandOffReason.ABUSE,
            HandOffReason.SELF_HARM,
            HandOffReason.CANNOT_HELP);

    private final ProductLookups products;
    private final OrderLookups orders;
    private final StoreInfo info;
    private final QuoteTool quotes;
    private final ToolAnswers answers;
    private final JsonMapper json;

    AgentTools(
            ProductLookups products,
            OrderLookups orders,
            StoreInfo info,
            QuoteTool quotes,
            ToolAnswers answers,
            JsonMapper json) {
        this.products = products;
        this.orders = orders;
        this.info = info;
        this.quotes = quotes;
        this.answers = answers;
        this.json = json;
    }

    /** What a model may call. */
    List<ChatTool> definitions() {
        return ToolDefinitions.ALL;
    }

    /** Does what a call asks for, as far as the turn may. */
    ToolOutcome call(ToolContext context, ToolCall call) {
        var arguments = ToolArguments.parse(json, call.arguments());
        if (arguments.isEmpty()) {
            return answers.wrong("arguments are no JSON object", null);
        }
        return switch (call.name()) {
            case ToolDefinitions.SEARCH_PRODUCTS -> search(context, arguments.get());
            case ToolDefinitions.GET_PRODUCT -> product(context, arguments.get());
            case ToolDefinitions.GET_ORDER_STATUS ->
                orders.find(context, arguments.get().line("orderRef", ToolDefinitions.LONGEST_REFERENCE));
            case ToolDefinitions.GET_STORE_INFO -> info(context, arguments.get());
            case ToolDefinitions.QUOTE_CART -> quotes.call(context, arguments.get());
            case ToolDefinitions.HANDOFF_TO_STAFF -> handOff(arguments.get());
            default -> answers.wrong("there is no such tool", null);
        };
    }

    /** What may be said before any tool was called: the quote that the customer can still confirm. */
    TurnFacts standing(ToolContext context) {
        return quotes.standing(context);
    }

    private ToolOutcome search(ToolContext context, ToolArguments arguments) {
        var query = arguments.line("query", ToolDefinitions.LONGEST_QUERY);
        if (query == null) {
            return answers.wrong("a text of at most 200 characters is needed", "query");
        }
        var limit = arguments.whole("limit", 1, ToolDefinitions.MOST_FOUND);
        return products.search(
                context.store(), query, limit == null ? ToolDefinitions.MOST_FOUND : Math.toIntExact(limit));
    }

    private ToolOutcome product(ToolContext context, ToolArguments arguments) {
        var sku = arguments.line("sku", ToolDefinitions.LONGEST_SKU);
        return sku == null
                ? answers.wrong("a sku that search_products answered is needed", "sku")
                : products.find(context.store(), sku);
    }

    private ToolOutcome info(ToolContext context, ToolArguments arguments) {
        var topic = arguments.word("topic", KnowledgeTopic.class);
        if (topic == null) {
            return answers.wrong("a topic of the list is needed", "topic");
        }
        var question = new InfoQuestion(
                topic,
                arguments.line("provinceCode", ToolDefinitions.LONGEST_PLACE),
                arguments.line("area", ToolDefinitions.LONGEST_PLACE));
        return info.tell(context, question);
    }

    /** A hand-off is never refused: what the model could not say right of it counts for nothing. */
    private static ToolOutcome handOff(ToolArguments arguments) {
        var reason = arguments.word("reason", HandOffReason.class);
        var summary = arguments.line("summary", 10 * ToolDefinitions.LONGEST_SUMMARY);
        return new ToolOutcome.HandOff(
                reason != null && MODEL_REASONS.contains(reason) ? reason : HandOffReason.CANNOT_HELP,
                UntrustedText.clean(Objects.requireNonNullElse(summary, ""), ToolDefinitions.LONGEST_SUMMARY));
    }
}
