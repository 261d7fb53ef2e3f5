package iq.sendy.channels;

/** Verify token of a channel's web hook, as it is shown once; what is kept of it is a digest. */
public record VerifyToken(String text) {

    /** Without the token. */
    @Override
    public String toString() {
        return "verify token";
    }
}
