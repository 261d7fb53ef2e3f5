package iq.sendy.messaging;

import iq.sendy.platform.api.Violations;
import iq.sendy.platform.body.CrossFieldRules;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.Patch;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Text;

/** Both to make a canned reply and to change one. */
public record CannedReplyRequest(
        @Required @Text(CannedReply.LONGEST_SHORTCUT) @Example("\"توصيل\"")
        Patch<String> shortcut,

        @Required @Text(CannedReply.MOST_CHARACTERS) @Example("\"مرحباً {name}، طلبك {order} في الطريق\"")
        Patch<String> text,

        @Example("\"ar\"") Patch<ReplyLanguage> language)
        implements CrossFieldRules {

    @Override
    public void check(Violations violations) {
        shortcut.neverCleared("shortcut", violations);
        text.neverCleared("text", violations);
    }

    /** Also that nothing is left out which a new one must have. */
    public void checkWhole(Violations violations) {
        shortcut.neverLeftOut("shortcut", violations);
        text.neverLeftOut("text", violations);
    }

    public SaveCannedReply command() {
        return new SaveCannedReply(shortcut, text, language);
    }
}
