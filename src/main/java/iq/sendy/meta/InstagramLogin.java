package iq.sendy.meta;

import iq.sendy.kernel.WireWord;

/** Login by which an Instagram account was connected: it decides the host that takes its token. */
public enum InstagramLogin implements WireWord {
    INSTAGRAM("Instagram"),
    FACEBOOK("Facebook");

    private final String word;

    InstagramLogin(String word) {
        this.word = word;
    }

    /** The word of the database. */
    @Override
    public String toString() {
        return word;
    }
}
