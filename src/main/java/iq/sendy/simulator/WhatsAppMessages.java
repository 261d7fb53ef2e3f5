package iq.sendy.simulator;

import iq.sendy.platform.secrets.Digests;
import iq.sendy.simulator.ChatLine.ChatButton;
import iq.sendy.simulator.SimulatedMedia.SimulatedFile;
import java.time.Instant;
import java.util.Base64;
import tools.jackson.databind.node.ObjectNode;

/** Messages of customers as WhatsApp's deliveries write them. */
final class WhatsAppMessages {

    private WhatsAppMessages() {}

    static ObjectNode text(SimulatedCustomer customer, ChatLine line) {
        var message = message(customer, line, "text");
        message.putObject("text").put("body", line.content().text());
        return message;
    }

    static ObjectNode file(SimulatedCustomer customer, ChatLine line, SimulatedFile file) {
        var type = switch (line.content().kind()) {
            case IMAGE -> "image";
            case AUDIO -> "audio";
            case VIDEO -> "video";
            default -> "document";
        };
        var message = message(customer, line, type);
        var about = message.putObject(type)
                .put("id", line.content().mediaId())
                .put("mime_type", file.mimeType())
                .put(
                        "sha256",
                        Base64.getEncoder()
                                .encodeToString(Digests.sha256(file.content().toArray())));
        if (line.content().text() != null) {
            about.put("caption", line.content().text());
        }
        if (type.equals("audio")) {
            about.put("voice", true);
        }
        if (type.equals("document")) {
            about.put("filename", file.fileName());
        }
        return message;
    }

    static ObjectNode place(SimulatedCustomer customer, ChatLine line, double latitude, double longitude) {
        var message = message(customer, line, "location");
        message.putObject("location").put("latitude", latitude).put("longitude", longitude);
        return message;
    }

    /** @param emoji empty where it is taken back */
    static ObjectNode reaction(SimulatedCustomer customer, String id, Instant at, String reactedTo, String emoji) {
        var message = message(customer, id, at, "reaction");
        var reaction = message.putObject("reaction").put("message_id", reactedTo);
        if (!emoji.isEmpty()) {
            reaction.put("emoji", emoji);
        }
        return message;
    }

    static ObjectNode pressed(SimulatedCustomer customer, ChatLine line, String business, ChatButton button) {
        var message = message(customer, line, "interactive");
        message.putObject("context")
                .put("from", business)
                .put("id", line.content().inReplyTo());
        var interactive = message.putObject("interactive").put("type", "button_reply");
        interactive.putObject("button_reply").put("id", button.id()).put("title", button.title());
        return message;
    }

    /** The answer to a request for the number, which proves it. */
    static ObjectNode shared(SimulatedCustomer customer, ChatLine line, String phone) {
        var message = message(customer, line, "contacts");
        var contact = message.putArray("contacts").addObject().put("origin", "contact_request");
        contact.putObject("name").put("formatted_name", customer.shownName());
        contact.putArray("phones")
                .addObject()
                .put("phone", "+" + phone)
                .put("wa_id", phone)
                .put("type", "CELL");
        return message;
    }

    private static ObjectNode message(SimulatedCustomer customer, ChatLine line, String type) {
        var message = message(customer, line.id(), line.at(), type);
        if (line.content().inReplyTo() != null) {
            message.putObject("context").put("id", line.content().inReplyTo());
        }
        return message;
    }

    private static ObjectNode message(SimulatedCustomer customer, String id, Instant at, String type) {
        var message = MetaEnvelope.object();
        if (customer.phone() != null) {
            message.put("from", customer.phone());
        }
        return message.put("from_user_id", customer.scopedId())
                .put("id", id)
                .put("timestamp", Long.toString(at.getEpochSecond()))
                .put("type", type);
    }
}
