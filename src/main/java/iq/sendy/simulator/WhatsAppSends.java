package iq.sendy.simulator;

import iq.sendy.kernel.Bytes;
import iq.sendy.meta.ChannelType;
import iq.sendy.meta.MessageKind;
import iq.sendy.simulator.ChatLine.ChatButton;
import iq.sendy.simulator.ChatLine.ChatContent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Messages that a shop sends by WhatsApp, read as Meta reads them, with what Meta says no to. */
@Component
class WhatsAppSends {

    /** The button of a request for the number; whoever presses it shares theirs. */
    static final String SHARE = "simulator:share-contact";

    private static final int MOST_TEXT = 4_096;
    private static final Map<String, MessageKind> FILES = Map.of(
            "image", MessageKind.IMAGE,
            "video", MessageKind.VIDEO,
            "audio", MessageKind.AUDIO,
            "document", MessageKind.DOCUMENT,
            "sticker", MessageKind.STICKER);

    private final ShopMessages messages;

    WhatsAppSends(ShopMessages messages) {
        this.messages = messages;
    }

    GraphAnswer send(SimulatedAccount account, Bytes sent) {
        var body = MetaEnvelope.read(sent.toArray());
        if (body == null || !MetaEnvelope.text(body, "messaging_product").equals("whatsapp")) {
            return GraphAnswer.badParameter("messaging_product");
        }
        if (MetaEnvelope.text(body, "status").equals("read")) {
            messages.shopRead(ChannelType.WHATSAPP, MetaEnvelope.text(body, "message_id"));
            return GraphAnswer.ok(MetaEnvelope.object().put("success", true));
        }
        var customer = recipient(body);
        if (customer.isEmpty()) {
            return GraphAnswer.error(400, 131_026, null, "OAuthException", "Message undeliverable");
        }
        if (MetaEnvelope.text(body, "type").equals("reaction")) {
            messages.shopReacted(
                    ChannelType.WHATSAPP,
                    MetaEnvelope.text(body, "reaction", "message_id"),
                    MetaEnvelope.text(body, "reaction", "emoji"));
            return accepted(body, customer.get(), messages.id(ChannelType.WHATSAPP));
        }
        var content = content(body);
        if (content == null) {
            return GraphAnswer.error(400, 131_009, null, "OAuthException", "(#131009) Parameter value is not valid");
        }
        var refusal = messages.refusal(ChannelType.WHATSAPP);
        if (refusal.isPresent()) {
            return switch (refusal.get()) {
                case TOO_FAST ->
                    GraphAnswer.error(400, 131_056, null, "OAuthException", "(#131056) pair rate limit hit");
                default ->
                    GraphAnswer.error(
                            400,
                            131_047,
                            null,
                            "OAuthException",
                            "(#131047) More than 24 hours have passed since the customer last replied");
            };
        }
        var callback = MetaEnvelope.text(body, "biz_opaque_callback_data");
        var id = messages.accept(account, customer.get(), content, callback.isEmpty() ? null : callback);
        return id.map(accepted -> accepted(body, customer.get(), accepted)).orElse(GraphAnswer.NONE);
    }

    private static Optional<SimulatedCustomer> recipient(JsonNode body) {
        var phone = MetaEnvelope.text(body, "to");
        return phone.isEmpty()
                ? SimulatedCustomer.byScopedId(MetaEnvelope.text(body, "recipient"))
                : SimulatedCustomer.byPhone(phone.startsWith("+") ? phone.substring(1) : phone);
    }

    private static @Nullable ChatContent content(ObjectNode body) {
        var type = MetaEnvelope.text(body, "type");
        var content = type.equals("text") ? words(MetaEnvelope.text(body, "text", "body")) : other(body, type);
        var answered = MetaEnvelope.text(body, "context", "message_id");
        return content == null || answered.isEmpty() ? content : content.answering(answered);
    }

    private static @Nullable ChatContent words(String text) {
        return text.isEmpty() || text.length() > MOST_TEXT ? null : ChatContent.text(text);
    }

    private static @Nullable ChatContent other(ObjectNode body, String type) {
        var file = FILES.get(type);
        if (file != null) {
            var caption = MetaEnvelope.text(body, type, "caption");
            var id = MetaEnvelope.text(body, type, "id");
            var said = caption.isEmpty() ? null : caption;
            return id.isEmpty()
                    ? ChatContent.link(file, MetaEnvelope.text(body, type, "link"), said)
                    : ChatContent.file(file, id, said);
        }
        return switch (type) {
            case "interactive" -> interactive(body.path("interactive"));
            case "template" -> ChatContent.text(MetaEnvelope.text(body, "template", "name"));
            default -> null;
        };
    }

    private static @Nullable ChatContent interactive(JsonNode interactive) {
        var text = MetaEnvelope.text(interactive, "body", "text");
        if (MetaEnvelope.text(interactive, "type").equals("request_contact_info")) {
            return ChatContent.buttons(text, List.of(new ChatButton(SHARE, "")));
        }
        var buttons = MetaEnvelope.elements(interactive.path("action").path("buttons")).stream()
                .map(button -> new ChatButton(
                        MetaEnvelope.text(button, "reply", "id"), MetaEnvelope.text(button, "reply", "title")))
                .toList();
        return buttons.isEmpty() || buttons.size() > 3 ? null : ChatContent.buttons(text, buttons);
    }

    private static GraphAnswer accepted(ObjectNode body, SimulatedCustomer customer, String id) {
        var answer = MetaEnvelope.object().put("messaging_product", "whatsapp");
        var contact = answer.putArray("contacts").addObject();
        var phone = MetaEnvelope.text(body, "to");
        if (phone.isEmpty()) {
            contact.put("input", customer.scopedId()).put("user_id", customer.scopedId());
        } else {
            contact.put("input", phone).put("wa_id", customer.phone());
        }
        answer.putArray("messages").addObject().put("id", id).put("message_status", "accepted");
        return GraphAnswer.ok(answer);
    }
}
