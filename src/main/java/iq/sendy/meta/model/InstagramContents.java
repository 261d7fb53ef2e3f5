package iq.sendy.meta.model;

import iq.sendy.meta.InboundContent;
import iq.sendy.meta.MediaReference;
import iq.sendy.meta.MessageKind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Contents of messages on Instagram, by what is attached to them. One that is not known is kept as it came. */
final class InstagramContents {

    private static final int MOST_MEDIA = 20;
    private static final int LONGEST_ADDRESS = 4_000;

    private static final Map<String, MessageKind> KINDS = Map.ofEntries(
            Map.entry("image", MessageKind.IMAGE),
            Map.entry("video", MessageKind.VIDEO),
            Map.entry("audio", MessageKind.AUDIO),
            Map.entry("file", MessageKind.DOCUMENT),
            Map.entry("share", MessageKind.SHARE),
            Map.entry("post", MessageKind.SHARE),
            Map.entry("ig_post", MessageKind.SHARE),
            Map.entry("reel", MessageKind.SHARE),
            Map.entry("ig_reel", MessageKind.SHARE),
            Map.entry("ig_story", MessageKind.SHARE),
            Map.entry("story_mention", MessageKind.STORY_MENTION));

    private InstagramContents() {}

    static InboundContent of(JsonNode message) {
        var attachments = message.path("attachments");
        var text = ItemFields.lines(message, "text");
        var quickReply = ItemFields.id(message, "quick_reply", "payload");
        var kind = kind(message, text, quickReply);
        var details = new ItemDetails();
        if (kind == MessageKind.UNKNOWN) {
            details.put("raw", message);
        }
        if (quickReply != null) {
            details.put("type", "quick_reply").put("id", quickReply);
        }
        var attachment = attachments.path(0);
        if (kind == MessageKind.SHARE) {
            details.put("type", ItemFields.line(attachment, "type"))
                    .put("title", ItemFields.line(attachment, "payload", "title"));
        }
        story(message, details);
        referral(message.path("referral"), details);
        return new InboundContent(
                kind, text, details.json(), ItemFields.id(message, "reply_to", "mid"), media(attachments));
    }

    /** What somebody pressed: its title, and what the button stands for. */
    static InboundContent ofPostback(JsonNode postback) {
        var details = new ItemDetails().put("id", ItemFields.id(postback, "payload"));
        referral(postback.path("referral"), details);
        return new InboundContent(
                MessageKind.POSTBACK, ItemFields.lines(postback, "title"), details.json(), null, List.of());
    }

    /** Where somebody came from who has said nothing yet. */
    static InboundContent ofReferral(JsonNode referral) {
        var details = new ItemDetails();
        referral(referral, details);
        return new InboundContent(MessageKind.POSTBACK, null, details.json(), null, List.of());
    }

    private static MessageKind kind(JsonNode message, @Nullable String text, @Nullable String quickReply) {
        if (ItemFields.flag(message, "is_unsupported")) {
            return MessageKind.UNSUPPORTED;
        }
        var attachments = message.path("attachments");
        if (!attachments.isEmpty()) {
            var type = Objects.requireNonNullElse(ItemFields.word(attachments.path(0), "type"), "");
            return KINDS.getOrDefault(type, MessageKind.UNKNOWN);
        }
        if (quickReply != null) {
            return MessageKind.INTERACTIVE;
        }
        return text == null && !message.path("text").isString() ? MessageKind.UNKNOWN : MessageKind.TEXT;
    }

    private static void story(JsonNode message, ItemDetails details) {
        var story = message.path("reply_to").path("story");
        if (story.isObject()) {
            details.put(
                    "story",
                    new ItemDetails()
                            .put("id", ItemFields.id(story, "id"))
                            .put("url", address(story, "url"))
                            .node());
        }
    }

    private static void referral(JsonNode referral, ItemDetails details) {
        if (referral.isObject()) {
            details.put(
                    "referral",
                    new ItemDetails()
                            .lines(
                                    referral,
                                    Map.of("ref", "ref", "source", "source", "type", "type", "ad_id", "sourceId"))
                            .put("productId", ItemFields.id(referral, "product", "id"))
                            .node());
        }
    }

    private static List<MediaReference> media(JsonNode attachments) {
        return attachments.values().stream()
                .limit(MOST_MEDIA)
                .filter(attachment ->
                        KINDS.containsKey(Objects.requireNonNullElse(ItemFields.word(attachment, "type"), "")))
                .flatMap(attachment -> Optional.ofNullable(address(attachment.path("payload"), "url")).stream())
                .map(url -> new MediaReference(null, url, null, null, null))
                .toList();
    }

    /** One that was cut would lead elsewhere. */
    private static @Nullable String address(JsonNode node, String name) {
        var address = ItemFields.word(node, name);
        return address == null || address.length() > LONGEST_ADDRESS ? null : address;
    }
}
