package iq.sendy.llm.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Replies of the sandbox: what the tools told, in the customer's language and with the tools' own amounts. */
final class SandboxReplies {

    private static final int MOST_PRODUCTS = 3;
    private static final int MOST_AREAS = 5;
    private static final int MOST_TEXTS = 2;

    private final SandboxLanguage language;

    SandboxReplies(SandboxLanguage language) {
        this.language = language;
    }

    String of(SandboxPhrases phrase, Object... parts) {
        return phrase.in(language, parts);
    }

    String products(List<JsonNode> products) {
        return of(
                SandboxPhrases.FOUND,
                products.stream().limit(MOST_PRODUCTS).map(this::product).collect(Collectors.joining("\n")));
    }

    private String product(JsonNode product) {
        var stock = product.path("inStock").asBoolean(true) ? SandboxPhrases.IN_STOCK : SandboxPhrases.SOLD_OUT;
        return "• " + Answers.word(product.path("name")) + ": " + money(product, "price") + " (" + of(stock) + ")";
    }

    String nameThePlace(JsonNode product) {
        return of(SandboxPhrases.NAME_THE_PLACE, Answers.word(product.path("name")) + ": " + money(product, "price"));
    }

    String nameTheArea(JsonNode json) {
        var areas = json.path("areas").values().stream()
                .limit(MOST_AREAS)
                .map(area -> Answers.word(area.path(nameField())))
                .collect(Collectors.joining("\n"));
        return of(SandboxPhrases.NAME_THE_AREA, areas.isEmpty() ? "" : "\n" + areas);
    }

    private String nameField() {
        return switch (language) {
            case AR -> "nameAr";
            case CKB, KMR -> "nameKu";
            case EN -> "name";
        };
    }

    String quoted(JsonNode json) {
        return of(SandboxPhrases.QUOTED, money(json, "total"));
    }

    String order(JsonNode json) {
        if (!json.path("found").asBoolean(false)) {
            return of(SandboxPhrases.ORDER_NOT_FOUND);
        }
        var order = json.path("order");
        return of(
                SandboxPhrases.ORDER_FOUND,
                order.path("number").asString(""),
                of(SandboxPhrases.status(Answers.word(order.path("status")))),
                money(order, "total"));
    }

    /** Empty where the shop says nothing about it. */
    String info(JsonNode json) {
        var lines = new ArrayList<String>();
        json.path("texts").values().stream()
                .limit(MOST_TEXTS)
                .map(text -> Answers.word(text.path(text.has("answer") ? "answer" : "text")))
                .forEach(lines::add);
        if (json.has("deliveryFee")) {
            lines.add(of(SandboxPhrases.FEE, money(json, "deliveryFee")));
        } else if (json.has("deliveryFeeFrom")) {
            lines.add(of(SandboxPhrases.FEES, money(json, "deliveryFeeFrom"), money(json, "deliveryFeeTo")));
        }
        if (!json.path("hours").isEmpty()) {
            lines.add(of(
                    SandboxPhrases.HOURS,
                    json.path("hours").values().stream().map(Answers::word).collect(Collectors.joining("، "))));
        }
        var reach = Stream.of("phone", "page")
                .map(field -> Answers.text(json.path(field)))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        if (!reach.isEmpty()) {
            lines.add(of(SandboxPhrases.REACH, reach));
        }
        return lines.stream().filter(line -> !line.isBlank()).collect(Collectors.joining("\n"));
    }

    private String money(JsonNode json, String field) {
        var amount = json.path(field);
        return switch (Answers.word(json.path("currency"))) {
            case "USD" -> "$" + String.format(Locale.ROOT, "%,.2f", amount.asDecimal());
            default -> of(SandboxPhrases.DINAR, String.format(Locale.ROOT, "%,d", amount.asLong()));
        };
    }
}
