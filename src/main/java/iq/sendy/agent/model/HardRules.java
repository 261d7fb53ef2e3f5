package iq.sendy.agent.model;

import iq.sendy.agent.HandOffReason;
import iq.sendy.kernel.InputText;
import iq.sendy.messaging.CardNumbers;
import iq.sendy.meta.MessageKind;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hard hand-off rules: what goes to people before any model is asked. */
public final class HardRules {

    private HardRules() {}

    /**
     * Why a message goes to people; empty where the agent may answer it.
     *
     * @param text what the customer wrote, or the caption
     */
    public static Optional<HandOffReason> judge(@Nullable String text, MessageKind kind) {
        var spoken = text == null ? Optional.<HandOffReason>empty() : judge(text);
        return spoken.isPresent() || readable(text, kind) ? spoken : Optional.of(HandOffReason.UNREADABLE_MEDIA);
    }

    /** The gravest reason stands first. */
    private static Optional<HandOffReason> judge(String text) {
        if (CardNumbers.in(text)) {
            return Optional.of(HandOffReason.PAYMENT_DATA);
        }
        var lexemes = ChatText.lexemes(UntrustedText.clean(text));
        return found(HandOffWords.SELF_HARM, lexemes, HandOffReason.SELF_HARM)
                .or(() -> found(HandOffWords.ABUSE, lexemes, HandOffReason.ABUSE))
                .or(() -> found(HandOffWords.LEGAL, lexemes, HandOffReason.LEGAL))
                .or(() -> refund(lexemes))
                .or(() -> found(HandOffWords.COMPLAINT, lexemes, HandOffReason.COMPLAINT))
                .or(() -> found(HandOffWords.ORDER_CHANGE, lexemes, HandOffReason.ASKED_FOR_PERSON))
                .or(() -> person(lexemes));
    }

    private static Optional<HandOffReason> refund(List<Lexeme> lexemes) {
        return HandOffWords.REFUND_QUESTION.in(lexemes)
                ? Optional.empty()
                : found(HandOffWords.REFUND, lexemes, HandOffReason.REFUND);
    }

    private static Optional<HandOffReason> person(List<Lexeme> lexemes) {
        return HandOffWords.NO_PERSON.in(lexemes)
                ? Optional.empty()
                : found(HandOffWords.PERSON, lexemes, HandOffReason.ASKED_FOR_PERSON);
    }

    private static Optional<HandOffReason> found(PhraseList words, List<Lexeme> lexemes, HandOffReason reason) {
        return words.in(lexemes) ? Optional.of(reason) : Optional.empty();
    }

    /** A sticker says little, and needs nobody; what a model can not see, such as a place or a basket, somebody else must. */
    private static boolean readable(@Nullable String text, MessageKind kind) {
        return switch (kind) {
            case TEXT, BUTTON, POSTBACK, STICKER, SYSTEM -> true;
            case INTERACTIVE, LOCATION, ORDER -> text != null && !InputText.blank(text);
            case IMAGE, VIDEO, AUDIO, DOCUMENT, CONTACTS, SHARE, STORY_MENTION, UNSUPPORTED, UNKNOWN -> false;
        };
    }
}
