package iq.sendy.meta;

/** MessageRecipient of a message, by one of the names that Meta knows the contact by. */
public record MessageRecipient(IdentityKind kind, String value) {

    public MessageRecipient {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A recipient has a name");
        }
    }

    /** A phone number belongs in no log. */
    @Override
    public String toString() {
        return kind.toString();
    }
}
