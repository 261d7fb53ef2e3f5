package iq.sendy.buyers;

import iq.sendy.kernel.WireWord;

/** Purpose of a one-time code: what it proves the phone for, and for nothing else. */
public enum CodePurpose implements WireWord {
    /** To make an account, or to open the one that is there, as the pages do. */
    REGISTRATION("Registration"),
    PASSWORD_RESET("PasswordReset"),
    ORDER("Order");

    private final String word;

    CodePurpose(String word) {
        this.word = word;
    }

    /** The contract's word. */
    @Override
    public String toString() {
        return word;
    }
}
