package iq.sendy.meta;

/** Request to the customer to share the phone number, which WhatsApp answers with a contact that proves it. */
public record ContactRequest(String text) implements OutboundContent {

    /** What people write belongs in no log. */
    @Override
    public String toString() {
        return text.length() + " characters";
    }
}
