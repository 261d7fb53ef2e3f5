package iq.sendy.messaging.model;

import iq.sendy.messaging.ReplyContent;
import iq.sendy.meta.ChannelType;
import iq.sendy.meta.MessageKind;
import iq.sendy.platform.api.Violation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What each service takes of a reply. A person's words are never split or cut: they are refused with their limit. */
public final class ReplyRules {

    public static final int LONGEST_TEXT = 4_096;

    private static final int LONGEST_CAPTION = 1_024;
    private static final int MOST_BYTES = 1_000;

    private ReplyRules() {}

    /** What is wrong with it for the service; nothing where it can be sent. */
    public static List<Violation> faults(ChannelType type, ReplyContent content) {
        var faults = new ArrayList<Violation>();
        if (type == ChannelType.INSTAGRAM && content.replyTo() != null) {
            faults.add(Violation.at("replyTo", "reply.unsupported"));
        }
        var file = content.file();
        if (type == ChannelType.INSTAGRAM && file != null && file.kind() == MessageKind.DOCUMENT) {
            faults.add(Violation.at("file", "reply.unsupported").said("reply_no_document", List.of()));
        }
        var text = content.text();
        if (text == null) {
            return faults;
        }
        switch (type) {
            case WHATSAPP -> {
                var most = file == null ? LONGEST_TEXT : LONGEST_CAPTION;
                if (text.codePointCount(0, text.length()) > most) {
                    faults.add(Violation.at("text", "field.too_long", Integer.toString(most)));
                }
            }
            case INSTAGRAM -> {
                if (file != null && file.kind() == MessageKind.IMAGE) {
                    faults.add(Violation.at("text", "picture.no_caption"));
                }
                if (text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
                    faults.add(Violation.at("text", "field.too_long")
                            .said("reply_too_many_bytes", List.of(Integer.toString(MOST_BYTES))));
                }
            }
        }
        return faults;
    }
}
