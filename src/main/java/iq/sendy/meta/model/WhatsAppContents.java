package iq.sendy.meta.model;

import iq.sendy.meta.InboundContent;
import iq.sendy.meta.MediaReference;
import iq.sendy.meta.MessageKind;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Contents of messages on WhatsApp, by their type. One that is not known is kept as it came. */
final class WhatsAppContents {

    private static final int MOST_CARDS = 20;
    private static final int MOST_LINES = 100;
    private static final BigDecimal LARGEST_DEGREE = BigDecimal.valueOf(180);

    private static final Map<String, MessageKind> KINDS = Map.ofEntries(
            Map.entry("text", MessageKind.TEXT),
            Map.entry("image", MessageKind.IMAGE),
            Map.entry("video", MessageKind.VIDEO),
            Map.entry("audio", MessageKind.AUDIO),
            Map.entry("document", MessageKind.DOCUMENT),
            Map.entry("sticker", MessageKind.STICKER),
            Map.entry("location", MessageKind.LOCATION),
            Map.entry("contacts", MessageKind.CONTACTS),
            Map.entry("interactive", MessageKind.INTERACTIVE),
            Map.entry("button", MessageKind.BUTTON),
            Map.entry("order", MessageKind.ORDER),
            Map.entry("system", MessageKind.SYSTEM),
            Map.entry("unsupported", MessageKind.UNSUPPORTED));

    private WhatsAppContents() {}

    static InboundContent of(JsonNode message) {
        var type = Objects.requireNonNullElse(ItemFields.word(message, "type"), "");
        var kind = KINDS.getOrDefault(type, MessageKind.UNKNOWN);
        var body = message.path(type);
        var details = new ItemDetails();
        var text = text(kind, body);
        describe(kind, message, body, details);
        circumstances(message, details);
        return new InboundContent(
                kind, text, details.json(), ItemFields.id(message, "context", "id"), media(kind, body));
    }

    private static @Nullable String text(MessageKind kind, JsonNode body) {
        return switch (kind) {
            case TEXT, SYSTEM -> ItemFields.lines(body, "body");
            case IMAGE, VIDEO, DOCUMENT -> ItemFields.lines(body, "caption");
            case BUTTON, ORDER -> ItemFields.lines(body, "text");
            case INTERACTIVE -> ItemFields.lines(reply(body), body.has("nfm_reply") ? "body" : "title");
            default -> null;
        };
    }

    private static void describe(MessageKind kind, JsonNode message, JsonNode body, ItemDetails details) {
        switch (kind) {
            case AUDIO -> details.mark("voice", ItemFields.flag(body, "voice"));
            case STICKER -> details.mark("animated", ItemFields.flag(body, "animated"));
            case LOCATION ->
                details.put("latitude", degree(body, "latitude"))
                        .put("longitude", degree(body, "longitude"))
                        .lines(body, Map.of("name", "name", "address", "address", "url", "url"));
            case CONTACTS -> details.put("contacts", cards(body));
            case INTERACTIVE -> describeReply(body, details);
            case BUTTON -> details.put("id", ItemFields.id(body, "payload"));
            case ORDER ->
                details.put("catalogId", ItemFields.id(body, "catalog_id")).put("items", orderLines(body));
            case SYSTEM -> details.put("type", ItemFields.line(body, "type"));
            case UNSUPPORTED ->
                details.put("type", ItemFields.line(body, "type")).put("errors", message.path("errors"));
            case UNKNOWN -> details.put("raw", message);
            default -> {}
        }
    }

    /** What it came with: an advertisement, a product, or somebody else's words. */
    private static void circumstances(JsonNode message, ItemDetails details) {
        var context = message.path("context");
        var product = context.path("referred_product");
        details.mark("forwarded", ItemFields.flag(context, "forwarded"))
                .mark("frequentlyForwarded", ItemFields.flag(context, "frequently_forwarded"))
                .put("groupId", ItemFields.id(message, "group_id"))
                .put(
                        "product",
                        someOf(product, Map.of("catalog_id", "catalogId", "product_retailer_id", "productRetailerId")))
                .put(
                        "referral",
                        someOf(
                                message.path("referral"),
                                Map.of(
                                        "source_url", "sourceUrl",
                                        "source_id", "sourceId",
                                        "source_type", "sourceType",
                                        "headline", "headline",
                                        "body", "body",
                                        "ctwa_clid", "clickId",
                                        "media_type", "mediaType")));
    }

    private static JsonNode someOf(JsonNode from, Map<String, String> names) {
        var some = new ItemDetails().lines(from, names).node();
        return some.isEmpty() ? JsonNodeFactory.instance.missingNode() : some;
    }

    private static JsonNode degree(JsonNode place, String name) {
        try {
            var degree = new BigDecimal(Objects.requireNonNullElse(ItemFields.word(place, name), "none"));
            return degree.abs().compareTo(LARGEST_DEGREE) <= 0 && degree.scale() <= MOST_LINES
                    ? JsonNodeFactory.instance.numberNode(degree)
                    : JsonNodeFactory.instance.missingNode();
        } catch (NumberFormatException none) {
            return JsonNodeFactory.instance.missingNode();
        }
    }

    private static ArrayNode cards(JsonNode contacts) {
        var cards = JsonNodeFactory.instance.arrayNode();
        contacts.values().stream().limit(MOST_CARDS).forEach(contact -> {
            var phones = JsonNodeFactory.instance.arrayNode();
            contact.path("phones").values().stream()
                    .limit(MOST_CARDS)
                    .forEach(phone -> phones.add(new ItemDetails()
                            .lines(phone, Map.of("phone", "phone", "wa_id", "waId", "type", "type"))
                            .node()));
            cards.add(new ItemDetails()
                    .put("name", ItemFields.line(contact, "name", "formatted_name"))
                    .put("origin", ItemFields.line(contact, "origin"))
                    .put("phones", phones)
                    .node());
        });
        return cards;
    }

    private static ArrayNode orderLines(JsonNode order) {
        var lines = JsonNodeFactory.instance.arrayNode();
        order.path("product_items").values().stream().limit(MOST_LINES).forEach(item -> {
            var names = new LinkedHashMap<String, String>();
            names.put("product_retailer_id", "productRetailerId");
            names.put("quantity", "quantity");
            // As the customer's catalogue has it: shown, and never trusted.
            names.put("item_price", "itemPrice");
            names.put("currency", "currency");
            lines.add(new ItemDetails().lines(item, names).node());
        });
        return lines;
    }

    private static JsonNode reply(JsonNode interactive) {
        for (var name : List.of("button_reply", "list_reply", "nfm_reply")) {
            if (interactive.path(name).isObject()) {
                return interactive.path(name);
            }
        }
        return JsonNodeFactory.instance.missingNode();
    }

    private static void describeReply(JsonNode interactive, ItemDetails details) {
        var reply = reply(interactive);
        details.put("type", ItemFields.line(interactive, "type"))
                .put("id", ItemFields.id(reply, "id"))
                .lines(reply, Map.of("title", "title", "description", "description", "name", "name"))
                .put("response", ItemFields.lines(reply, "response_json"));
        if (reply.isMissingNode()) {
            details.put("raw", interactive);
        }
    }

    private static List<MediaReference> media(MessageKind kind, JsonNode body) {
        return switch (kind) {
            case IMAGE, VIDEO, AUDIO, DOCUMENT, STICKER -> {
                var id = ItemFields.id(body, "id");
                // An address beside the id is good for minutes, the id for days: Graph gives a new one.
                yield id == null
                        ? List.of()
                        : List.of(new MediaReference(
                                id,
                                null,
                                ItemFields.line(body, "mime_type"),
                                ItemFields.id(body, "sha256"),
                                ItemFields.line(body, "filename")));
            }
            default -> List.of();
        };
    }
}
