package iq.sendy.agent;

import iq.sendy.messaging.ReplyLanguage;
import iq.sendy.meta.ChannelType;
import java.util.List;

/**
 * Reply as the model wrote it, before the output gate has judged it.
 *
 * @param lastReplies what the agent said last in the conversation, the newest last; two are looked at
 */
public record ReplyDraft(String text, ReplyLanguage language, ChannelType channel, List<String> lastReplies) {

    public ReplyDraft {
        lastReplies = List.copyOf(lastReplies);
    }

    /** What people read belongs in no log. */
    @Override
    public String toString() {
        return text.length() + " characters in " + language;
    }
}
