package iq.sendy.agent.model;

import iq.sendy.agent.HandOffReason;
import iq.sendy.meta.MessageKind;
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
        return text == null && kind != MessageKind.TEXT ? Optional.of(HandOffReason.UNREADABLE_MEDIA) : Optional.empty();
    }
}
