package iq.sendy.dashboard.orders;

import iq.sendy.platform.api.Caller;

/** Who sees returns, and who decides on them. */
final class ReturnLines {

    private ReturnLines() {}

    static boolean maySee(Caller caller) {
        return caller.missing("returns.view", "orders:read") == null;
    }

    static boolean mayDecide(Caller caller) {
        return caller.missing("returns.manage", "orders:write") == null;
    }
}
