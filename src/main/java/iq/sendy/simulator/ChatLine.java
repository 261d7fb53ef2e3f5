package iq.sendy.simulator;

import iq.sendy.meta.MessageKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Line of a chat as the customer's phone shows it.
 *
 * @param id Meta's id of the message
 * @param fromShop whether the shop wrote it
 * @param callbackData what the shop's side wants to read again in statuses
 */
public record ChatLine(
        String id,
        boolean fromShop,
        ChatContent content,
        Instant at,
        Tick tick,
        ChatMarks marks,
        @Nullable String callbackData) {

    /**
     * What it says.
     *
     * @param mediaId of a file that lies with the simulator
     * @param link of a file that lies elsewhere
     * @param place latitude and longitude
     */
    public record ChatContent(
            MessageKind kind,
            @Nullable String text,
            @Nullable String mediaId,
            @Nullable String link,
            @Nullable String place,
            List<ChatButton> buttons,
            @Nullable String inReplyTo) {

        public ChatContent {
            buttons = List.copyOf(buttons);
        }

        static ChatContent text(String text) {
            return new ChatContent(MessageKind.TEXT, text, null, null, null, List.of(), null);
        }

        static ChatContent file(MessageKind kind, String mediaId, @Nullable String text) {
            return new ChatContent(kind, text, mediaId, null, null, List.of(), null);
        }

        static ChatContent link(MessageKind kind, String link, @Nullable String text) {
            return new ChatContent(kind, text, null, link, null, List.of(), null);
        }

        static ChatContent place(String place) {
            return new ChatContent(MessageKind.LOCATION, null, null, null, place, List.of(), null);
        }

        static ChatContent buttons(String text, List<ChatButton> buttons) {
            return new ChatContent(MessageKind.INTERACTIVE, text, null, null, null, buttons, null);
        }

        ChatContent saying(String other) {
            return new ChatContent(kind, other, mediaId, link, place, buttons, inReplyTo);
        }

        ChatContent answering(@Nullable String id) {
            return new ChatContent(kind, text, mediaId, link, place, buttons, id);
        }

        /** What people write belongs in no log. */
        @Override
        public String toString() {
            return kind.toString();
        }
    }

    /** A button below a message, which answers by its title. */
    public record ChatButton(String id, String title) {}

    /**
     * What was set on it later.
     *
     * @param byCustomer the customer's reaction
     * @param byShop the shop's reaction
     */
    public record ChatMarks(
            @Nullable String byCustomer, @Nullable String byShop, boolean edited, boolean deleted) {

        static final ChatMarks NONE = new ChatMarks(null, null, false, false);
    }

    /** How far it came. */
    public enum Tick {
        /** The other side did not take it. */
        REFUSED,
        SENT,
        DELIVERED,
        READ
    }

    ChatLine with(Tick other) {
        return new ChatLine(id, fromShop, content, at, other, marks, callbackData);
    }

    ChatLine with(ChatMarks other) {
        return new ChatLine(id, fromShop, content, at, tick, other, callbackData);
    }

    ChatLine with(ChatContent other) {
        return new ChatLine(id, fromShop, other, at, tick, marks, callbackData);
    }

    /** What people write belongs in no log. */
    @Override
    public String toString() {
        return content + " " + tick;
    }
}
