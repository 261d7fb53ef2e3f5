package iq.sendy.identity;

import java.time.Duration;

/** All that can come of changing one's own password. */
public sealed interface ChangePasswordResult {

    record Changed(Session session) implements ChangePasswordResult {}

    /** What is wrong with those that were sent. */
    record NotChanged(boolean currentWrong, boolean nextWeak) implements ChangePasswordResult {}

    record TooOften(Duration delay) implements ChangePasswordResult {}

    /** Removed, switched off or suspended since the token was looked at. */
    record Gone() implements ChangePasswordResult {}
}
