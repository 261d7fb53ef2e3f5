package iq.sendy.identity;

/** All that can come of opening a store with its owner. */
public sealed interface RegisterResult {

    record Registered(Session session) implements RegisterResult {}

    /** One or both belong to somebody already. */
    record Taken(boolean phone, boolean slug) implements RegisterResult {}
}
