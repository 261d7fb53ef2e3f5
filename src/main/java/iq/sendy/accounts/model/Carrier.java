package iq.sendy.accounts.model;

import iq.sendy.kernel.WireWord;

/**
 * Token carrier: who keeps the token of a sign-in, a program, which takes it for the next one, or a browser, in a cookie
 * that stays.
 */
public enum Carrier implements WireWord {
    PROGRAM("program"),
    BROWSER("browser");

    private final String word;

    Carrier(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
