package iq.sendy.meta;

/** A name by which Meta knows a person: never empty. */
public record Identity(IdentityKind kind, String value) {

    public Identity {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("An identity is not empty");
        }
    }

    /** Without the value: a phone number belongs in no log. */
    @Override
    public String toString() {
        return kind.toString();
    }
}
