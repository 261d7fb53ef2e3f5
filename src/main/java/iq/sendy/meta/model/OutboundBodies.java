package iq.sendy.meta.model;

import iq.sendy.meta.ContactRequest;
import iq.sendy.meta.IdentityKind;
import iq.sendy.meta.MessageKind;
import iq.sendy.meta.MessageRecipient;
import iq.sendy.meta.OutboundButtons;
import iq.sendy.meta.OutboundContent;
import iq.sendy.meta.OutboundMedia;
import iq.sendy.meta.OutboundMessage;
import iq.sendy.meta.OutboundText;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Bodies of calls that send something. */
public final class OutboundBodies {

    private static final int LONGEST_CALLBACK_DATA = 512;

    private OutboundBodies() {}

    /** A message by WhatsApp, quoting the one that it answers. */
    public static ObjectNode whatsApp(OutboundMessage message) {
        var body = whatsApp(message.recipient(), message.content(), message.callbackData());
        if (message.inReplyTo() != null) {
            body.putObject("context").put("message_id", message.inReplyTo());
        }
        return body;
    }

    /**
     * A message by WhatsApp.
     *
     * @param callbackData comes back in the statuses of the message
     */
    public static ObjectNode whatsApp(
            MessageRecipient recipient, OutboundContent content, @Nullable String callbackData) {
        var body = product();
        if (content instanceof OutboundText && recipient.kind() == IdentityKind.WA_ID) {
            body.put("recipient_type", "individual");
        }
        // A user id in "to" is lost without an error, and "to" wins where both are set.
        body.put(recipientField(recipient.kind()), recipient.value());
        switch (content) {
            case OutboundText(var text) -> {
                body.put("type", "text");
                body.putObject("text").put("body", text).put("preview_url", false);
            }
            case OutboundMedia media -> {
                var type = media.kind().toString().toLowerCase(Locale.ROOT);
                body.put("type", type);
                body.set(type, medium(media));
            }
            case OutboundButtons buttons -> interactive(body, buttons);
            case ContactRequest(var text) ->
                interactive(body, "request_contact_info", text).put("name", "request_contact_info");
        }
        if (callbackData != null) {
            if (callbackData.getBytes(StandardCharsets.UTF_8).length > LONGEST_CALLBACK_DATA) {
                throw new IllegalArgumentException("Callback data is at most 512 bytes");
            }
            body.put("biz_opaque_callback_data", callbackData);
        }
        return body;
    }

    /** That a message of WhatsApp, and all before it, was seen by a person. */
    public static ObjectNode whatsAppRead(String messageId) {
        return product().put("status", "read").put("message_id", messageId);
    }

    /** The same, and that an answer is being written. */
    public static ObjectNode whatsAppTyping(String messageId) {
        var body = whatsAppRead(messageId);
        body.putObject("typing_indicator").put("type", "text");
        return body;
    }

    /** A message by Instagram, which has no captions, no requests for a phone number, and no data that comes back. */
    public static ObjectNode instagram(MessageRecipient recipient, OutboundContent content) {
        var body = instagramTo(recipient);
        var message = body.putObject("message");
        switch (content) {
            case OutboundText(var text) -> message.put("text", text);
            case ContactRequest(var text) -> message.put("text", text);
            case OutboundMedia media -> {
                var attachment = message.putObject("attachment").put("type", attachmentType(media.kind()));
                var linked = media.link() != null;
                attachment
                        .putObject("payload")
                        .put(linked ? "url" : "attachment_id", linked ? media.link() : media.uploadedId());
            }
            case OutboundButtons(var text, var buttons) -> {
                message.put("text", text);
                var replies = message.putArray("quick_replies");
                buttons.forEach(button -> replies.addObject()
                        .put("content_type", "text")
                        .put("title", button.title())
                        .put("payload", button.id()));
            }
        }
        return body;
    }

    /** What the business does in a conversation on Instagram: {@code mark_seen} or {@code typing_on}. */
    public static ObjectNode instagramAction(MessageRecipient recipient, String action) {
        return instagramTo(recipient).put("sender_action", action);
    }

    private static ObjectNode product() {
        return JsonNodeFactory.instance.objectNode().put("messaging_product", "whatsapp");
    }

    private static String recipientField(IdentityKind kind) {
        return switch (kind) {
            case WA_ID -> "to";
            case BSUID -> "recipient";
            case IGSID -> throw new IllegalArgumentException("WhatsApp knows no ids of Instagram");
        };
    }

    private static ObjectNode instagramTo(MessageRecipient recipient) {
        if (recipient.kind() != IdentityKind.IGSID) {
            throw new IllegalArgumentException("Instagram knows its own ids alone");
        }
        var body = JsonNodeFactory.instance.objectNode();
        body.putObject("recipient").put("id", recipient.value());
        return body;
    }

    private static ObjectNode medium(OutboundMedia media) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put(media.link() == null ? "id" : "link", media.link() == null ? media.uploadedId() : media.link());
        if (media.caption() != null && media.kind() != MessageKind.AUDIO) {
            node.put("caption", media.caption());
        }
        if (media.fileName() != null && media.kind() == MessageKind.DOCUMENT) {
            node.put("filename", media.fileName());
        }
        return node;
    }

    private static String attachmentType(MessageKind kind) {
        return kind == MessageKind.DOCUMENT ? "file" : kind.toString().toLowerCase(Locale.ROOT);
    }

    private static void interactive(ObjectNode body, OutboundButtons content) {
        var buttons = interactive(body, "button", content.text()).putArray("buttons");
        content.buttons()
                .forEach(button -> buttons.addObject()
                        .put("type", "reply")
                        .putObject("reply")
                        .put("id", button.id())
                        .put("title", button.title()));
    }

    /** The action, still empty. */
    private static ObjectNode interactive(ObjectNode body, String type, String text) {
        body.put("type", "interactive");
        var interactive = body.putObject("interactive").put("type", type);
        interactive.putObject("body").put("text", text);
        return interactive.putObject("action");
    }
}
