package iq.sendy.messaging;

import iq.sendy.meta.MessageKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.util.RawValue;

/**
 * A message on the wire, in answers and on the stream alike: contract section 15.
 *
 * @param details what the kind has beside a text, as the channel's service wrote it
 */
public record MessageBody(
        UUID id,
        MessageDirection direction,
        MessageKind kind,
        @Nullable String text,
        List<MediaView> media,
        boolean isAiGenerated,
        AuthorBody author,
        @Nullable MessageStatus deliveryStatus,
        @Nullable ErrorBody error,
        @Nullable RawValue details,
        @Nullable String inReplyTo,
        @Nullable String reaction,
        Instant providerAt,
        @Nullable Instant editedAt,
        @Nullable Instant deletedAt,
        Instant createdAt) {

    public record AuthorBody(
            AuthorKind kind, @Nullable UUID id, @Nullable String name) {}

    /**
     * Why it did not arrive, in the words of the channel's service.
     *
     * @param explanation ours, in the language of the request; null where nobody asked in one
     */
    public record ErrorBody(
            String code, @Nullable String message, @Nullable String explanation) {}

    public static MessageBody of(MessageView message) {
        return of(message, _ -> null);
    }

    /**
     * The body of a message, with what explains its error.
     *
     * @param explanations the text that explains a code
     */
    public static MessageBody of(MessageView message, Function<String, @Nullable String> explanations) {
        var content = message.content();
        var author = message.author();
        var delivery = message.delivery();
        var times = message.times();
        return new MessageBody(
                message.id(),
                message.direction(),
                content.kind(),
                content.text(),
                content.media(),
                author.kind() == AuthorKind.AI,
                new AuthorBody(author.kind(), author.id(), author.name()),
                delivery == null ? null : delivery.status(),
                delivery == null || delivery.error() == null
                        ? null
                        : new ErrorBody(
                                delivery.error().code(),
                                delivery.error().message(),
                                explanations.apply(delivery.error().code())),
                content.details() == null ? null : new RawValue(content.details()),
                content.inReplyTo(),
                message.reaction(),
                times.providerAt(),
                times.editedAt(),
                times.deletedAt(),
                times.createdAt());
    }
}
