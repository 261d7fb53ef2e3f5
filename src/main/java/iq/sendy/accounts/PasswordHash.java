package iq.sendy.accounts;

/** A password as it is stored; to make one takes some tens of milliseconds, so it is made before a transaction. */
public record PasswordHash(String text) {

    @Override
    public String toString() {
        return "***";
    }
}
