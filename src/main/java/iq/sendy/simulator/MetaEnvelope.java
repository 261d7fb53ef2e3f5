package iq.sendy.simulator;

import iq.sendy.kernel.Bytes;
import iq.sendy.meta.ChannelType;
import iq.sendy.meta.MetaSignature;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Envelope of deliveries as Meta writes it: around messages and statuses of WhatsApp, around what happened on Instagram, and
 * in Meta's own spelling, which escapes every slash and every letter beyond ASCII. The signature is over that spelling.
 */
final class MetaEnvelope {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String BUSINESS = "700000000000001";

    private MetaEnvelope() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** A message of a customer, with the contact that Meta puts beside it. */
    static MetaDelivery message(SimulatedAccount account, SimulatedCustomer customer, ObjectNode message) {
        var value = value(account);
        var contact = value.putArray("contacts").addObject();
        contact.putObject("profile").put("name", customer.shownName()).put("username", customer.username());
        if (customer.phone() != null) {
            contact.put("wa_id", customer.phone());
        }
        contact.put("user_id", customer.scopedId());
        value.putArray("messages").add(message);
        return whatsApp(account, value);
    }

    /** What became of a message of the shop. */
    static MetaDelivery status(SimulatedAccount account, SimulatedCustomer customer, ObjectNode status) {
        var recipient = customer.phone() == null ? "recipient_user_id" : "recipient_id";
        status.put(recipient, customer.idAt(ChannelType.WHATSAPP));
        var value = value(account);
        value.putArray("statuses").add(status);
        return whatsApp(account, value);
    }

    /** Something that a customer did on Instagram: {@code what} is called {@code name}. */
    static MetaDelivery event(
            SimulatedAccount account, SimulatedCustomer customer, Instant at, String name, ObjectNode what) {
        return instagram(account, customer.instagramId(), account.accountId(), at, name, what);
    }

    /** A message of the shop, which Instagram tells the shop of as well. */
    static MetaDelivery echo(SimulatedAccount account, SimulatedCustomer customer, Instant at, ObjectNode message) {
        return instagram(
                account, account.accountId(), customer.instagramId(), at, "message", message.put("is_echo", true));
    }

    private static ObjectNode value(SimulatedAccount account) {
        var value = object().put("messaging_product", "whatsapp");
        value.putObject("metadata")
                .put("display_phone_number", digits(account.shownAs()))
                .put("phone_number_id", account.accountId());
        return value;
    }

    static String digits(String shown) {
        return shown.chars()
                .filter(Character::isDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static MetaDelivery whatsApp(SimulatedAccount account, ObjectNode value) {
        var body = object().put("object", "whatsapp_business_account");
        var change = body.putArray("entry").addObject().put("id", BUSINESS).putArray("changes");
        change.addObject().set("value", value).put("field", "messages");
        return signed(account, body);
    }

    private static MetaDelivery instagram(
            SimulatedAccount account, String sender, String recipient, Instant at, String name, ObjectNode what) {
        var body = object().put("object", "instagram");
        var entry = body.putArray("entry").addObject();
        entry.put("id", account.accountId()).put("time", at.toEpochMilli());
        var event = entry.putArray("messaging").addObject();
        event.putObject("sender").put("id", sender);
        event.putObject("recipient").put("id", recipient);
        event.put("timestamp", at.toEpochMilli()).set(name, what);
        return signed(account, body);
    }

    private static MetaDelivery signed(SimulatedAccount account, JsonNode body) {
        var bytes = escaped(JSON.writeValueAsString(body)).getBytes(StandardCharsets.US_ASCII);
        return new MetaDelivery(account.type(), Bytes.of(bytes), MetaSignature.sign(account.appSecret(), bytes));
    }

    /** Slashes and letters beyond ASCII stand inside strings alone, so each is replaced wherever it stands. */
    static String escaped(String json) {
        var spelling = new StringBuilder(json.length() * 2);
        for (var i = 0; i < json.length(); i++) {
            var sign = json.charAt(i);
            if (sign == '/') {
                spelling.append("\\/");
            } else if (sign > '~') {
                spelling.append(String.format(Locale.ROOT, "\\u%04x", (int) sign));
            } else {
                spelling.append(sign);
            }
        }
        return spelling.toString();
    }

    /** Reads what our own side wrote; null when it is no JSON object. */
    static @Nullable ObjectNode read(byte[] body) {
        try {
            return JSON.readTree(body) instanceof ObjectNode object ? object : null;
        } catch (RuntimeException unreadable) {
            return null;
        }
    }

    static byte[] written(JsonNode body) {
        return escaped(JSON.writeValueAsString(body)).getBytes(StandardCharsets.US_ASCII);
    }

    /** A text at a path of names; empty where there is none. */
    static String text(JsonNode body, String... path) {
        var node = body;
        for (var name : path) {
            node = node.path(name);
        }
        return node.isString() || node.isNumber() ? node.asString() : "";
    }

    static List<JsonNode> elements(JsonNode array) {
        return array.valueStream().toList();
    }
}
