package iq.sendy.meta;

/** Text that we send. */
public record OutboundText(String text) implements OutboundContent {

    /** What people write belongs in no log. */
    @Override
    public String toString() {
        return text.length() + " characters";
    }
}
