package iq.sendy.meta;

import java.time.Duration;

/** Outcome of renewing a token. */
public sealed interface RefreshOutcome {

    /** A new token, which lives that long from now on; the old one is good until its own end. */
    record Renewed(String accessToken, Duration life) implements RefreshOutcome {

        /** Without the token, which no log may show. */
        @Override
        public String toString() {
            return "renewed for " + life;
        }
    }

    /** Meta said no. */
    record Denied(GraphError error) implements RefreshOutcome {}

    /** Tokens of WhatsApp and of Facebook logins are not renewed by a call. */
    record NotRenewable() implements RefreshOutcome {}

    /** No answer, or none with a meaning: again later. */
    record Unanswered(String why) implements RefreshOutcome {}
}
