package iq.sendy.llm.model;

import iq.sendy.kernel.Digits;
import iq.sendy.llm.ChatOutcome;
import iq.sendy.llm.ChatOutcome.TurnFault;
import iq.sendy.llm.ChatRequest;
import iq.sendy.llm.ChatTurn.AssistantTurn;
import iq.sendy.llm.ChatTurn.ToolTurn;
import iq.sendy.llm.ChatTurn.UserTurn;
import iq.sendy.llm.ChatUsage;
import iq.sendy.llm.ToolAnswer;
import iq.sendy.llm.ToolCall;
import iq.sendy.llm.TurnFaultKind;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Model of the sandbox: rules instead of a network, the same answer to the same request. It looks products up when asked about
 * one, quotes when asked to order, hands over when asked for a person, and says what the tools told.
 */
public final class SandboxModel {

    private static final String SEARCH = "search_products";
    private static final String QUOTE = "quote_cart";
    private static final String ORDER = "get_order_status";
    private static final String INFO = "get_store_info";
    private static final String HAND_OFF = "handoff_to_staff";

    private static final int FEWEST_DIGITS_OF_ORDER = 3;
    private static final int LONGEST_SUMMARY = 200;

    private static final Map<SandboxWords, String> TOPICS = Map.of(
            SandboxWords.HOURS, "hours",
            SandboxWords.DELIVERY, "delivery",
            SandboxWords.RETURNS, "returns",
            SandboxWords.PAYMENT, "payment",
            SandboxWords.ABOUT, "about");

    private final ChatRequest request;
    private final SandboxReplies replies;
    private final List<String> texts;

    private SandboxModel(ChatRequest request) {
        this.request = request;
        this.replies = new SandboxReplies(SandboxLanguage.of(request));
        this.texts = request.turns().stream()
                .flatMap(turn -> turn instanceof UserTurn(var text) ? Stream.of(text) : Stream.<String>empty())
                .toList();
    }

    /** What a reply says, or what it calls. */
    private record Move(@Nullable String text, List<ToolCall> calls) {}

    public static ChatOutcome answer(ChatRequest request) {
        var model = new SandboxModel(request);
        var move = model.move();
        var usage = new ChatUsage(
                TokenEstimate.input(request), TokenEstimate.output(move.text(), move.calls()), 0, 0, 0, false);
        return usage.output() > request.maxOutputTokens()
                ? new TurnFault(TurnFaultKind.CUT_OFF, usage, null)
                : Answers.answer(move.text(), move.calls(), usage, null);
    }

    private Move move() {
        if (texts.isEmpty()) {
            return says(replies.of(SandboxPhrases.GREETING));
        }
        return request.turns().getLast() instanceof ToolTurn(var answers) ? told(answers.getLast()) : asked();
    }

    private Move asked() {
        var text = texts.getLast();
        if (SandboxWords.PERSON.in(text)) {
            return handOff("asked_for_person");
        }
        if (SandboxWords.COMPLAINT.in(text)) {
            return handOff("complaint");
        }
        if (SandboxWords.STATUS.in(text)) {
            return status(text);
        }
        var order = SandboxOrder.of(texts);
        if (order.isPresent()) {
            return search(order.get().subject());
        }
        for (var topic : SandboxWords.values()) {
            if (TOPICS.containsKey(topic) && topic.in(text)) {
                return call(INFO, arguments("topic", TOPICS.get(topic)));
            }
        }
        return about(text);
    }

    private Move about(String text) {
        var subject = SandboxWords.subject(text);
        if (!subject.isEmpty()) {
            return search(subject);
        }
        if (SandboxWords.THANKS.in(text)) {
            return says(replies.of(SandboxPhrases.THANKS));
        }
        return says(replies.of(SandboxWords.GREETING.in(text) ? SandboxPhrases.GREETING : SandboxPhrases.WHAT));
    }

    private Move search(String subject) {
        return subject.isEmpty()
                ? says(replies.of(SandboxPhrases.WHAT))
                : call(SEARCH, arguments("query", subject).put("limit", 3));
    }

    private Move status(String text) {
        var arguments = JsonNodeFactory.instance.objectNode();
        SandboxWords.split(Digits.toAscii(text), ' ').stream()
                .filter(word -> word.chars().filter(c -> c >= '0' && c <= '9').count() >= FEWEST_DIGITS_OF_ORDER)
                .findFirst()
                .ifPresent(reference -> arguments.put("orderRef", reference));
        return call(ORDER, arguments);
    }

    private Move told(ToolAnswer answer) {
        var json = Answers.object(answer.json()).orElse(Answers.NOTHING);
        return switch (answer.name()) {
            case SEARCH -> found(json);
            case QUOTE -> quoted(json);
            case ORDER -> says(replies.order(json));
            case INFO -> {
                var info = replies.info(json);
                yield info.isEmpty() ? handOff("cannot_help") : says(info);
            }
            default -> handOff("cannot_help");
        };
    }

    private Move found(JsonNode json) {
        var order = SandboxOrder.of(texts);
        var products = json.path("products").values().stream().toList();
        if (order.isEmpty() || products.isEmpty()) {
            return says(products.isEmpty() ? replies.of(SandboxPhrases.NOT_FOUND) : replies.products(products));
        }
        var inStock = products.stream()
                .filter(product -> product.path("inStock").asBoolean(true))
                .findFirst();
        if (inStock.isEmpty()) {
            return says(replies.products(products));
        }
        return order.get()
                .destination()
                .map(place ->
                        quote(order.get(), place, Answers.word(inStock.get().path("sku"))))
                .orElseGet(() -> says(replies.nameThePlace(inStock.get())));
    }

    private Move quote(SandboxOrder order, SandboxOrder.DeliveryPlace place, String sku) {
        var arguments = JsonNodeFactory.instance.objectNode();
        arguments.putArray("items").addObject().put("sku", sku).put("quantity", order.quantity());
        arguments.put("provinceCode", place.province());
        arguments.put("areaId", place.area());
        arguments.put("recipientName", place.name());
        arguments.put("address", place.address());
        return call(QUOTE, arguments);
    }

    private Move quoted(JsonNode json) {
        if (json.path("quoted").asBoolean(false)) {
            return says(replies.quoted(json));
        }
        return switch (Answers.word(json.path("problem"))) {
            case "phone_needed" -> says(replies.of(SandboxPhrases.NAME_THE_PHONE));
            case "not_enough_in_stock" -> says(replies.of(SandboxPhrases.TOO_FEW));
            case "not_for_sale" -> says(replies.of(SandboxPhrases.NOT_FOUND));
            default -> says(replies.nameTheArea(json));
        };
    }

    private Move handOff(String reason) {
        var last = texts.getLast();
        var summary = last.substring(
                0, last.offsetByCodePoints(0, Math.min(last.codePointCount(0, last.length()), LONGEST_SUMMARY)));
        return call(HAND_OFF, arguments("reason", reason).put("summary", summary));
    }

    private static ObjectNode arguments(String name, String value) {
        return JsonNodeFactory.instance.objectNode().put(name, value);
    }

    /** A tool that is not offered is not called. */
    private Move call(String tool, ObjectNode arguments) {
        if (request.tools().stream().noneMatch(offered -> offered.name().equals(tool))) {
            return says(replies.of(SandboxPhrases.WHAT));
        }
        var id = "sandbox_" + request.turns().size();
        return new Move(null, List.of(new ToolCall(id, tool, arguments.toString())));
    }

    /** Nobody likes to hear the same sentence twice. */
    private Move says(String text) {
        var said = request.turns().stream()
                .flatMap(turn -> turn instanceof AssistantTurn(String before, var _) && before != null
                        ? Stream.of(before)
                        : Stream.<String>empty())
                .toList();
        for (var opener : List.of("", replies.of(SandboxPhrases.AGAIN), replies.of(SandboxPhrases.ONCE_MORE))) {
            if (!said.reversed().stream().limit(2).toList().contains(opener + text)) {
                return new Move(opener + text, List.of());
            }
        }
        return new Move(text, List.of());
    }
}
