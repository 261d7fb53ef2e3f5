package iq.sendy.meta;

import java.util.List;

/** Text with up to three buttons, one of which the customer taps to answer. */
public record OutboundButtons(String text, List<ReplyButton> buttons) implements OutboundContent {

    private static final int MOST = 3;

    public OutboundButtons {
        buttons = List.copyOf(buttons);
        if (buttons.isEmpty() || buttons.size() > MOST) {
            throw new IllegalArgumentException("A message has one to three buttons");
        }
    }

    /** What people write belongs in no log. */
    @Override
    public String toString() {
        return buttons.size() + " buttons";
    }
}
