package iq.sendy.meta;

/** Answer of Meta to whether an access token may read an account. */
public sealed interface AccountAnswer {

    /** The token may read it, and it is that very account. */
    record CanRead() implements AccountAnswer {}

    /**
     * It may not, or it is of another account.
     *
     * @param code Meta's; {@code another} where the token is somebody else's
     */
    record CannotRead(String code) implements AccountAnswer {

        /** The code of a token that is good, and of another account. */
        public static final String ANOTHER = "another";
    }

    /** No answer, or none with a meaning: again later. */
    record Unanswered(String why) implements AccountAnswer {}
}
