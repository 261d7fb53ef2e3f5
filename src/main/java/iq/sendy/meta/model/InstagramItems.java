package iq.sendy.meta.model;

import iq.sendy.meta.Identity;
import iq.sendy.meta.IdentityKind;
import iq.sendy.meta.InboundContent;
import iq.sendy.meta.InboundItem;
import iq.sendy.meta.InboundMessage;
import iq.sendy.meta.MessageDeletion;
import iq.sendy.meta.MessageEcho;
import iq.sendy.meta.MessageEdit;
import iq.sendy.meta.MessageReaction;
import iq.sendy.meta.ReadReceipt;
import iq.sendy.meta.Sender;
import iq.sendy.meta.StandbyMessage;
import iq.sendy.meta.model.RawItem.ItemPlace;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Items of Instagram, of their JSON. The business is never a customer of its own: what it says, and what was sent by us, comes
 * back here as an echo.
 */
final class InstagramItems {

    /** What may stand in the second shape, with one item as its value; comments and mentions of posts are not ours. */
    static final Set<String> FIELDS = Set.of(
            "messages",
            "messaging_postbacks",
            "messaging_postback",
            "messaging_referral",
            "messaging_seen",
            "message_reactions",
            "message_edit",
            "message_edits",
            "standby");

    /** For those that come without an emoji. */
    private static final Map<String, String> EMOJI = Map.of(
            "love", "❤",
            "smile", "😆",
            "haha", "😆",
            "wow", "😮",
            "sad", "😢",
            "angry", "😠",
            "yes", "👍",
            "like", "👍",
            "no", "👎",
            "dislike", "👎");

    private static final int LONGEST_ID = 100;

    private final RawItem raw;
    private final JsonNode node;
    private final Instant at;

    private InstagramItems(RawItem raw, Instant arrived) {
        this.raw = raw;
        this.node = raw.node();
        var own = ItemFields.word(node, "timestamp");
        this.at = SentTime.of(own == null ? raw.sentAt() : own, arrived);
    }

    /**
     * What it tells; empty when that is nothing we have a use for.
     *
     * @throws UnreadableItem when it lacks what each of its kind has
     */
    static Optional<InboundItem> of(RawItem raw, Instant arrived) {
        return new InstagramItems(raw, arrived).item();
    }

    private Optional<InboundItem> item() {
        if (node.path("message").isObject()) {
            return message(node.path("message"));
        }
        if (node.path("message_edit").isObject()) {
            return Optional.of(edit(node.path("message_edit")));
        }
        if (node.path("reaction").isObject()) {
            return reaction(node.path("reaction"));
        }
        if (node.path("read").isObject()) {
            return ofOurs()
                    ? Optional.empty()
                    : Optional.of(new ReadReceipt(raw.accountId(), sender(), at, ItemFields.id(node, "read", "mid")));
        }
        return pressed();
    }

    /** A button, or a link that led here. */
    private Optional<InboundItem> pressed() {
        var postback = node.path("postback");
        if (postback.isObject()) {
            return customer(id(postback, "postback"), InstagramContents.ofPostback(postback));
        }
        var referral = node.path("referral");
        if (referral.isObject()) {
            return customer(id(referral, "referral"), InstagramContents.ofReferral(referral));
        }
        if (!node.has("sender")) {
            throw new UnreadableItem("Nobody");
        }
        return Optional.empty();
    }

    private Optional<InboundItem> message(JsonNode message) {
        var id = ItemFields.requiredId(message, "mid");
        if (ItemFields.flag(message, "is_deleted")) {
            return Optional.of(new MessageDeletion(raw.accountId(), id, at));
        }
        if (ItemFields.flag(message, "is_echo") || ofOurs()) {
            var recipient = person("recipient");
            return recipient.value().equals(raw.accountId())
                    ? Optional.empty()
                    : Optional.of(new MessageEcho(
                            raw.accountId(), id, List.of(recipient), at, InstagramContents.of(message)));
        }
        return customer(id, InstagramContents.of(message));
    }

    private Optional<InboundItem> customer(String id, InboundContent content) {
        if (ofOurs()) {
            return Optional.empty();
        }
        var message = new InboundMessage(raw.accountId(), id, sender(), at, content);
        return Optional.of(raw.place() == ItemPlace.STANDBY ? new StandbyMessage(message) : message);
    }

    private MessageEdit edit(JsonNode edit) {
        var text = ItemFields.lines(edit, "text");
        if (text == null) {
            throw new UnreadableItem("No text");
        }
        return new MessageEdit(raw.accountId(), ItemFields.requiredId(edit, "mid"), at, text);
    }

    private Optional<InboundItem> reaction(JsonNode reaction) {
        var id = ItemFields.requiredId(reaction, "mid");
        if (ofOurs()) {
            return Optional.empty();
        }
        var taken = "unreact".equals(ItemFields.word(reaction, "action"));
        return Optional.of(new MessageReaction(raw.accountId(), id, sender(), at, taken ? null : emoji(reaction)));
    }

    private static String emoji(JsonNode reaction) {
        var emoji = SentText.emoji(ItemFields.word(reaction, "emoji"));
        var word = Objects.requireNonNullElse(ItemFields.word(reaction, "reaction"), "other");
        return Objects.requireNonNullElse(emoji, EMOJI.getOrDefault(word, "❔"));
    }

    /** Some come without an id; who and when makes one that a repeat has again. */
    private String id(JsonNode pressed, String what) {
        var id = ItemFields.id(pressed, "mid");
        return id == null ? what + ":" + person("sender").value() + ":" + at.toEpochMilli() : id;
    }

    private boolean ofOurs() {
        return raw.accountId().equals(ItemFields.word(node, "sender", "id"));
    }

    private Sender sender() {
        return new Sender(List.of(person("sender")), null, ItemFields.line(node, "sender", "username"));
    }

    private Identity person(String side) {
        var id = ItemFields.word(node, side, "id");
        if (id == null || id.length() > LONGEST_ID) {
            throw new UnreadableItem("No " + side);
        }
        return new Identity(IdentityKind.IGSID, id);
    }
}
