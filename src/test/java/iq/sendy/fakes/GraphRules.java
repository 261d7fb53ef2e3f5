package iq.sendy.fakes;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What Meta checks of a body that sends a message. */
final class GraphRules {

    private static final Set<String> WHATSAPP = Set.of(
            "messaging_product",
            "recipient_type",
            "to",
            "recipient",
            "type",
            "context",
            "biz_opaque_callback_data",
            "text",
            "image",
            "video",
            "audio",
            "document",
            "interactive");

    private GraphRules() {}

    /** What is wrong; null where nothing is. */
    static @Nullable String whatsApp(JsonNode body) {
        var strange = new TreeSet<>(body.propertyNames());
        strange.removeAll(WHATSAPP);
        if (!strange.isEmpty()) {
            return "Unexpected key " + strange;
        }
        if (!"whatsapp".equals(text(body, "/messaging_product"))) {
            return "messaging_product must be whatsapp";
        }
        if (body.has("to") == body.has("recipient")) {
            return "Exactly one of to and recipient";
        }
        if (body.has("to") && !text(body, "/to").matches("[0-9]{7,15}")) {
            return "to is no phone number";
        }
        if (body.has("recipient") && !text(body, "/recipient").matches("[A-Z]{2}\\.[A-Za-z0-9]{1,128}")) {
            return "recipient is no user id";
        }
        if (body.has("biz_opaque_callback_data")
                && text(body, "/biz_opaque_callback_data").getBytes(StandardCharsets.UTF_8).length > 512) {
            return "biz_opaque_callback_data is too long";
        }
        if (body.has("context") && text(body, "/context/message_id").isEmpty()) {
            return "context has no message_id";
        }
        return content(body, text(body, "/type"));
    }

    private static @Nullable String content(JsonNode body, String type) {
        return switch (type) {
            case "text" -> length(text(body, "/text/body"), 4_096, "text.body");
            case "image", "video", "audio", "document" -> medium(body.path(type), type);
            case "interactive" -> interactive(body.path("interactive"));
            default -> "Unsupported type " + type;
        };
    }

    private static @Nullable String medium(JsonNode medium, String type) {
        if (medium.has("id") == medium.has("link")) {
            return "Exactly one of id and link";
        }
        if ("audio".equals(type) && medium.has("caption")) {
            return "audio has no caption";
        }
        if (medium.has("filename") && !"document".equals(type)) {
            return "Only a document has a filename";
        }
        return medium.has("link") && !text(medium, "/link").startsWith("http") ? "link is no address" : null;
    }

    private static @Nullable String interactive(JsonNode interactive) {
        var tooLong = length(text(interactive, "/body/text"), 1_024, "interactive.body.text");
        if (tooLong != null) {
            return tooLong;
        }
        return switch (text(interactive, "/type")) {
            case "button" -> buttons(interactive.at("/action/buttons"));
            case "request_contact_info" ->
                "request_contact_info".equals(text(interactive, "/action/name")) ? null : "action.name";
            default -> "Unsupported interactive type";
        };
    }

    private static @Nullable String buttons(JsonNode buttons) {
        if (buttons.size() < 1 || buttons.size() > 3) {
            return "One to three buttons";
        }
        for (var button : buttons) {
            var title = length(text(button, "/reply/title"), 20, "title");
            var id = length(text(button, "/reply/id"), 256, "id");
            if (!"reply".equals(text(button, "/type")) || title != null || id != null) {
                return "A button is wrong";
            }
        }
        return null;
    }

    static @Nullable String instagram(JsonNode body) {
        var strange = new TreeSet<>(body.propertyNames());
        strange.removeAll(Set.of("recipient", "message"));
        if (!strange.isEmpty()) {
            return "Unexpected key " + strange;
        }
        if (!text(body, "/recipient/id").matches("[0-9]{1,32}")) {
            return "recipient.id is no Instagram-scoped id";
        }
        var message = body.path("message");
        if (message.has("text") == message.has("attachment")) {
            return "Exactly one of text and attachment";
        }
        if (message.has("text")) {
            var bytes = text(message, "/text").getBytes(StandardCharsets.UTF_8).length;
            return bytes == 0 || bytes > 1_000 ? "text has " + bytes + " bytes" : null;
        }
        var known = Set.of("image", "video", "audio", "file").contains(text(message, "/attachment/type"));
        return known && text(message, "/attachment/payload/url").startsWith("http") ? null : "attachment";
    }

    private static @Nullable String length(String text, int most, String what) {
        return text.isEmpty() || text.codePointCount(0, text.length()) > most ? what + " has a wrong length" : null;
    }

    private static String text(JsonNode node, String pointer) {
        return node.at(pointer).stringValue("");
    }
}
