package iq.sendy.identity;

import java.time.Duration;

/** All that can come of signing in, with a password or with a refresh token. */
public sealed interface SignInResult {

    record SignedIn(Session session) implements SignInResult {}

    /** Unknown phone, wrong password, switched-off member, used or unknown token: nobody is told which. */
    record Failed() implements SignInResult {}

    record TooOften(Duration delay) implements SignInResult {}

    record StoreSuspended() implements SignInResult {}
}
