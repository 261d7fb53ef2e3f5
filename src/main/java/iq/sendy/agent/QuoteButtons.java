package iq.sendy.agent;

import iq.sendy.agent.model.FixedText;
import iq.sendy.agent.model.FixedTexts;
import iq.sendy.kernel.Uuids;
import iq.sendy.messaging.ReplyLanguage;
import iq.sendy.meta.MessageKind;
import iq.sendy.meta.ReplyButton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Buttons below a quote: what they say, and what comes back when one is tapped. Words that are typed are no tap. */
public final class QuoteButtons {

    private static final String PREFIX = "quote:";

    /** Of the id of a button. */
    private static final int LONGEST = 256;

    private static final JsonMapper JSON = JsonMapper.shared();

    private QuoteButtons() {}

    static List<ReplyButton> of(UUID quote, ReplyLanguage language) {
        return List.of(
                button(quote, QuotePress.Button.CONFIRM, FixedTexts.of(language, FixedText.CONFIRM)),
                button(quote, QuotePress.Button.CANCEL, FixedTexts.of(language, FixedText.CANCEL)));
    }

    private static ReplyButton button(UUID quote, QuotePress.Button button, String title) {
        return new ReplyButton(PREFIX + quote + ":" + button, title);
    }

    /** The press that a message is: it is worked off by itself, and makes no job of the agent. */
    public static Optional<QuotePress> press(MessageKind kind, @Nullable String details) {
        return switch (kind) {
            case INTERACTIVE, BUTTON, POSTBACK -> pressed(details);
            case TEXT,
                    IMAGE,
                    VIDEO,
                    AUDIO,
                    DOCUMENT,
                    STICKER,
                    LOCATION,
                    CONTACTS,
                    ORDER,
                    SHARE,
                    STORY_MENTION,
                    SYSTEM,
                    UNSUPPORTED,
                    UNKNOWN -> Optional.empty();
        };
    }

    private static Optional<QuotePress> pressed(@Nullable String details) {
        if (details == null || !details.contains(PREFIX)) {
            return Optional.empty();
        }
        try {
            var id = JSON.readTree(details).path("id");
            return id.isString() ? read(id.stringValue()) : Optional.empty();
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<QuotePress> read(String payload) {
        if (payload.length() > LONGEST) {
            return Optional.empty();
        }
        var parts = payload.split(":", -1);
        if (parts.length != 3 || !payload.startsWith(PREFIX)) {
            return Optional.empty();
        }
        return Arrays.stream(QuotePress.Button.values())
                .filter(button -> button.toString().equals(parts[2]))
                .findFirst()
                .flatMap(button -> Uuids.parse(parts[1]).map(quote -> new QuotePress(quote, button)));
    }
}
