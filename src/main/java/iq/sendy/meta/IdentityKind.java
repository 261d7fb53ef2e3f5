package iq.sendy.meta;

import iq.sendy.kernel.WireWord;

/** Kind of name by which Meta knows a contact: a phone number on WhatsApp, a business-scoped user id, or an Instagram-scoped one. */
public enum IdentityKind implements WireWord {
    WA_ID("WaId"),
    BSUID("Bsuid"),
    IGSID("Igsid");

    private final String word;

    IdentityKind(String word) {
        this.word = word;
    }

    /** The contract's word. */
    @Override
    public String toString() {
        return word;
    }
}
