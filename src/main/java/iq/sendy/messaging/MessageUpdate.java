package iq.sendy.messaging;

import java.time.Instant;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What became of one message, as far as Meta told it: the newest of each kind of news.
 *
 * @param deletedAt when whoever wrote it took it back
 */
public record MessageUpdate(
        String externalId,
        @Nullable DeliveryNews delivery,
        @Nullable TimedText reaction,
        @Nullable TimedText edit,
        @Nullable Instant deletedAt) {

    /** How far it came, and at which price. */
    public record DeliveryNews(
            MessageStatus status,
            Instant at,
            MessageView.@Nullable DeliveryError error,
            @Nullable String pricing) {

        /** What both tell together: the one that is further, with the price of either. */
        DeliveryNews with(DeliveryNews other) {
            var further = other.status().compareTo(status) > 0 ? other : this;
            var price = other.pricing() == null ? pricing : other.pricing();
            return new DeliveryNews(further.status(), further.at(), further.error(), price);
        }
    }

    /**
     * A text as it was from some moment on.
     *
     * @param text null where it was taken off
     */
    public record TimedText(@Nullable String text, Instant at) {

        TimedText with(TimedText other) {
            return other.at().isBefore(at) ? this : other;
        }
    }

    public static MessageUpdate delivery(String externalId, DeliveryNews news) {
        return new MessageUpdate(externalId, news, null, null, null);
    }

    public static MessageUpdate reaction(String externalId, @Nullable String emoji, Instant at) {
        return new MessageUpdate(externalId, null, new TimedText(emoji, at), null, null);
    }

    public static MessageUpdate edit(String externalId, String text, Instant at) {
        return new MessageUpdate(externalId, null, null, new TimedText(text.isEmpty() ? null : text, at), null);
    }

    public static MessageUpdate deletion(String externalId, Instant at) {
        return new MessageUpdate(externalId, null, null, null, at);
    }

    /** What both tell of one message. */
    public MessageUpdate with(MessageUpdate later) {
        return new MessageUpdate(
                externalId,
                both(delivery, later.delivery, DeliveryNews::with),
                both(reaction, later.reaction, TimedText::with),
                both(edit, later.edit, TimedText::with),
                deletedAt == null ? later.deletedAt : deletedAt);
    }

    private static <T> @Nullable T both(@Nullable T one, @Nullable T other, BinaryOperator<T> together) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return together.apply(one, other);
    }
}
