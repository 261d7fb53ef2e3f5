package iq.sendy.simulator;

import iq.sendy.meta.MessageKind;
import iq.sendy.simulator.ChatLine.ChatButton;
import iq.sendy.simulator.ChatLine.ChatContent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Messages as Instagram's deliveries write them. */
final class InstagramMessages {

    private InstagramMessages() {}

    /** @param file where the file of the message lies, for whoever has the address */
    static ObjectNode ofCustomer(ChatLine line, @Nullable String file) {
        var message = message(line.id(), line.content());
        if (file != null) {
            attach(message, line.content().kind(), file);
        }
        return message;
    }

    /** What the shop sent, as its echo repeats it. */
    static ObjectNode ofShop(ChatLine line) {
        var message = message(line.id(), line.content());
        if (line.content().link() != null) {
            attach(message, line.content().kind(), line.content().link());
        }
        return message;
    }

    static ObjectNode pressed(ChatLine line, ChatButton button) {
        var message = message(line.id(), line.content());
        message.putObject("quick_reply").put("payload", button.id());
        return message;
    }

    private static ObjectNode message(String id, ChatContent content) {
        var message = MetaEnvelope.object().put("mid", id);
        if (content.text() != null) {
            message.put("text", content.text());
        }
        if (content.inReplyTo() != null) {
            message.putObject("reply_to").put("mid", content.inReplyTo());
        }
        return message;
    }

    private static void attach(ObjectNode message, MessageKind kind, String url) {
        var attachment = message.putArray("attachments").addObject();
        attachment.put(
                "type",
                switch (kind) {
                    case IMAGE -> "image";
                    case VIDEO -> "video";
                    case AUDIO -> "audio";
                    default -> "file";
                });
        attachment.putObject("payload").put("url", url);
    }
}
