package iq.sendy.messaging;

import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.body.Patch;
import java.util.Objects;

/** Make a canned reply or change one; a field left out keeps its value. */
public record SaveCannedReply(Patch<String> shortcut, Patch<String> text, Patch<ReplyLanguage> language) {

    CannedReply.CannedReplyDetails fresh() {
        return new CannedReply.CannedReplyDetails(
                Objects.requireNonNull(shortcut.value()), Objects.requireNonNull(text.value()), language.value());
    }

    CannedReply.CannedReplyDetails over(CannedReply.CannedReplyDetails before) {
        return new CannedReply.CannedReplyDetails(
                shortcut.over(before.shortcut(), before.shortcut()),
                text.over(before.text(), before.text()),
                language.over(before.language()));
    }

    /** All that can come of it. */
    public sealed interface Result {

        record Saved(CannedReply reply) implements Result {}

        record NoSuchReply() implements Result {}

        @RefusedWith(status = 409, code = "reply.shortcut_taken", field = "shortcut")
        record ShortcutTaken() implements Result, Refusal {}
    }
}
