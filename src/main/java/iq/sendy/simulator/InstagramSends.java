package iq.sendy.simulator;

import iq.sendy.kernel.Bytes;
import iq.sendy.meta.ChannelType;
import iq.sendy.meta.MessageKind;
import iq.sendy.simulator.ChatLine.ChatButton;
import iq.sendy.simulator.ChatLine.ChatContent;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Messages that a shop sends by Instagram, read as Meta reads them, with what Meta says no to. */
@Component
class InstagramSends {

    private static final int MOST_BYTES = 1_000;
    private static final Map<String, MessageKind> FILES = Map.of(
            "image", MessageKind.IMAGE,
            "video", MessageKind.VIDEO,
            "audio", MessageKind.AUDIO,
            "file", MessageKind.DOCUMENT);

    private final ShopMessages messages;

    InstagramSends(ShopMessages messages) {
        this.messages = messages;
    }

    GraphAnswer send(SimulatedAccount account, Bytes sent) {
        var body = MetaEnvelope.read(sent.toArray());
        if (body == null) {
            return GraphAnswer.badParameter("recipient");
        }
        var customer = SimulatedCustomer.byInstagramId(MetaEnvelope.text(body, "recipient", "id"));
        if (customer.isEmpty()) {
            return GraphAnswer.error(400, 100, 2_534_014, "IGApiException", "The requested user cannot be found.");
        }
        if (!MetaEnvelope.text(body, "sender_action").isEmpty()) {
            return GraphAnswer.ok(
                    MetaEnvelope.object().put("recipient_id", customer.get().instagramId()));
        }
        var content = content(body.path("message"));
        if (content == null) {
            return GraphAnswer.badParameter("message");
        }
        var refusal = messages.refusal(ChannelType.INSTAGRAM);
        if (refusal.isPresent()) {
            return switch (refusal.get()) {
                case TOO_FAST ->
                    GraphAnswer.error(400, 4, null, "OAuthException", "(#4) Application request limit reached");
                default ->
                    GraphAnswer.error(
                            403, 10, 2_534_022, "IGApiException", "This message is sent outside of allowed window.");
            };
        }
        return messages.accept(account, customer.get(), content, null)
                .map(id -> GraphAnswer.ok(MetaEnvelope.object()
                        .put("recipient_id", customer.get().instagramId())
                        .put("message_id", id)))
                .orElse(GraphAnswer.NONE);
    }

    private static @Nullable ChatContent content(JsonNode message) {
        var file = FILES.get(MetaEnvelope.text(message, "attachment", "type"));
        if (file != null) {
            return ChatContent.link(file, MetaEnvelope.text(message, "attachment", "payload", "url"), null);
        }
        var text = MetaEnvelope.text(message, "text");
        if (text.isEmpty() || text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return null;
        }
        var buttons = MetaEnvelope.elements(message.path("quick_replies")).stream()
                .map(reply -> new ChatButton(MetaEnvelope.text(reply, "payload"), MetaEnvelope.text(reply, "title")))
                .toList();
        return buttons.isEmpty() ? ChatContent.text(text) : ChatContent.buttons(text, buttons);
    }
}
