package iq.sendy.messaging;

import iq.sendy.kernel.WireWord;

/** Language of a reply: Arabic, Sorani, Kurmanji or English. */
public enum ReplyLanguage implements WireWord {
    AR("ar"),
    CKB("ckb"),
    KMR("kmr"),
    EN("en");

    private final String word;

    ReplyLanguage(String word) {
        this.word = word;
    }

    /** The tag of BCP 47. */
    @Override
    public String toString() {
        return word;
    }
}
