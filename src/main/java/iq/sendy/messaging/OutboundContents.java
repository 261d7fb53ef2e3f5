package iq.sendy.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.MessageView.MessageAuthor;
import iq.sendy.messaging.MessageView.MessageContent;
import iq.sendy.messaging.store.OutboundAttemptStore;
import iq.sendy.meta.ContactRequest;
import iq.sendy.meta.MessageKind;
import iq.sendy.meta.MessageRecipient;
import iq.sendy.meta.OutboundButtons;
import iq.sendy.meta.OutboundContent;
import iq.sendy.meta.OutboundMedia;
import iq.sendy.meta.OutboundMessage;
import iq.sendy.meta.OutboundText;
import iq.sendy.meta.ReplyButton;
import iq.sendy.platform.sql.Pipeline;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Outbound contents as messages keep them, and back: what is sent is made of the message that people see,
 * or of the whole text where that hides some of it.
 */
@Component
class OutboundContents {

    private static final String CONTACT_REQUEST = "request_contact_info";

    private final OutboundAttemptStore attempts;
    private final Pipeline pipeline;
    private final SecretTexts secretTexts;
    private final JsonMapper json;

    OutboundContents(OutboundAttemptStore attempts, Pipeline pipeline, SecretTexts secretTexts, JsonMapper json) {
        this.attempts = attempts;
        this.secretTexts = secretTexts;
        this.pipeline = pipeline;
        this.json = json;
    }

    /** What a message has beside its text. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record OutboundDetails(
            @Nullable String link,
            @Nullable String fileName,
            @Nullable String request,
            @Nullable List<ReplyButton> buttons) {}

    /** @param inReplyTo Meta's id of the message that it answers */
    MessageContent kept(OutboundContent content, @Nullable String inReplyTo) {
        return switch (content) {
            case OutboundText(var text) -> new MessageContent(MessageKind.TEXT, text, null, inReplyTo);
            case OutboundMedia medium ->
                new MessageContent(
                        medium.kind(),
                        medium.caption(),
                        written(new OutboundDetails(
                                Objects.requireNonNull(medium.link(), "Only what has a link is sent later"),
                                medium.fileName(),
                                null,
                                null)),
                        inReplyTo);
            case OutboundButtons(var text, var buttons) ->
                new MessageContent(
                        MessageKind.INTERACTIVE,
                        text,
                        written(new OutboundDetails(null, null, null, buttons)),
                        inReplyTo);
            case ContactRequest(var text) ->
                new MessageContent(
                        MessageKind.INTERACTIVE,
                        text,
                        written(new OutboundDetails(null, null, CONTACT_REQUEST, null)),
                        inReplyTo);
        };
    }

    /** Who wrote a message, asked in the transaction of the caller. */
    MessageAuthor author(StoreId store, UUID message) {
        return view(store, message).author();
    }

    /** What Meta is asked to send, by a message that was kept; asked in the transaction of the caller. */
    OutboundMessage sendable(StoreId store, UUID message, MessageRecipient recipient) {
        var shown = attempts.message(store, message);
        var secret = attempts.secretText(store, message);
        pipeline.send(shown, secret);
        var content = shown.single().content();
        var said = secret.first()
                .<OutboundContent>map(kept -> new OutboundText(secretTexts.open(store, message, kept)))
                .orElseGet(() -> sendable(content));
        return new OutboundMessage(recipient, said, message.toString(), content.inReplyTo());
    }

    /** The picture or document that a message of ours brought; nothing where it brought none, or another app sent it. */
    Optional<ReplyFile> file(MessageView message) {
        var content = message.content();
        var kept = content.details();
        var written = message.direction() == MessageDirection.OUTBOUND
                && message.author().kind() != AuthorKind.NATIVE_APP
                && (content.kind() == MessageKind.IMAGE || content.kind() == MessageKind.DOCUMENT);
        if (!written || kept == null) {
            return Optional.empty();
        }
        var details = json.readValue(kept, OutboundDetails.class);
        return Optional.ofNullable(details.link()).map(link -> new ReplyFile(content.kind(), link, details.fileName()));
    }

    private MessageView view(StoreId store, UUID message) {
        return pipeline.ask(attempts.message(store, message)).single();
    }

    private OutboundContent sendable(MessageContent content) {
        var kept = content.details();
        var text = content.text();
        if (kept == null) {
            return new OutboundText(Objects.requireNonNull(text));
        }
        var details = json.readValue(kept, OutboundDetails.class);
        var buttons = details.buttons();
        if (buttons != null) {
            return new OutboundButtons(Objects.requireNonNull(text), buttons);
        }
        if (details.request() != null) {
            return new ContactRequest(Objects.requireNonNull(text));
        }
        return new OutboundMedia(content.kind(), details.link(), null, text, details.fileName());
    }

    private String written(OutboundDetails details) {
        return json.writeValueAsString(details);
    }
}
