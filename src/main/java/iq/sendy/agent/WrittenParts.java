package iq.sendy.agent;

import iq.sendy.meta.OutboundButtons;
import iq.sendy.meta.OutboundContent;
import iq.sendy.meta.OutboundText;
import iq.sendy.meta.ReplyButton;
import java.util.ArrayList;
import java.util.List;

/** Parts of a reply as they are sent, one after the other; buttons stand below the last. */
record WrittenParts(List<String> parts, List<ReplyButton> buttons) {

    WrittenParts {
        parts = List.copyOf(parts);
        buttons = List.copyOf(buttons);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("A reply says something");
        }
    }

    /** Texts alone. */
    static WrittenParts of(List<String> parts) {
        return new WrittenParts(parts, List.of());
    }

    /** What people read of it. */
    String text() {
        return String.join("\n", parts);
    }

    List<OutboundContent> contents() {
        var contents = new ArrayList<OutboundContent>();
        parts.forEach(part -> contents.add(new OutboundText(part)));
        if (!buttons.isEmpty()) {
            contents.set(contents.size() - 1, new OutboundButtons(parts.getLast(), buttons));
        }
        return contents;
    }
}
