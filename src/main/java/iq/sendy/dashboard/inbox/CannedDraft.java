package iq.sendy.dashboard.inbox;

import iq.sendy.messaging.CannedReply;
import iq.sendy.messaging.ConversationLabel;
import iq.sendy.messaging.ReplyLanguage;
import iq.sendy.messaging.SaveCannedReply;
import iq.sendy.platform.body.Patch;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Text;

/** A canned reply, as its form sends it, by the rules of the API's body. */
record CannedDraft(
        @Required @Text(ConversationLabel.MOST_CHARACTERS) Patch<String> shortcut,
        @Required @Text(CannedReply.MOST_CHARACTERS) Patch<String> text,
        Patch<ReplyLanguage> language) {

    SaveCannedReply command() {
        return new SaveCannedReply(shortcut, text, language);
    }
}
