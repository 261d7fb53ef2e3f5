package iq.sendy.accounts;

import iq.sendy.platform.audit.Actor;
import iq.sendy.stores.StoreView;

/** Open a store for somebody, as an operator does it; the owner's password was hashed before. */
public record OpenStoreFor(Register registration, PasswordHash password, Actor operator) {

    /** All that can come of it. */
    public sealed interface Result permits Opened, Register.Taken {}

    public record Opened(StoreView store) implements Result {}
}
