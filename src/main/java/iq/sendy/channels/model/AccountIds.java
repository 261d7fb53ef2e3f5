package iq.sendy.channels.model;

/** Syntax check of the ids of accounts at Meta, which stand in paths, and of what Meta challenges us with. */
public final class AccountIds {

    /** What the test button of Meta's console sends in place of an account: it belongs to nobody. */
    private static final String NOBODYS = "0";

    private AccountIds() {}

    public static boolean isOne(String text) {
        return !text.equals(NOBODYS) && text.chars().allMatch(AccountIds::mayHold);
    }

    /** Whether a character is a letter or digit of ASCII, an underscore or a hyphen. */
    public static boolean mayHold(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-';
    }
}
