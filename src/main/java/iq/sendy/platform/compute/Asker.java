package iq.sendy.platform.compute;

import iq.sendy.platform.api.Caller;
import iq.sendy.platform.limits.Networks;
import iq.sendy.platform.tenancy.StoreScope;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Whose work it is, as the running request says.
 *
 * @param share what takes turns with others: a store, or without a credential a network
 * @param account who pays for the processor: a key, a person, a network; null for work of our own
 */
record Asker(Object share, boolean stranger, @Nullable String account) {

    /** Beside requests there is no store to be fair to but the one that is bound. */
    private static final String OURSELVES = "ourselves";

    static Asker current() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            var request = attributes.getRequest();
            if (request.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller) {
                return new Asker(caller.store(), false, caller.kind() + " " + caller.id());
            }
            var network = Networks.of(request.getRemoteAddr());
            return new Asker(network, true, "network " + network);
        }
        return new Asker(StoreScope.CURRENT.isBound() ? StoreScope.CURRENT.get() : OURSELVES, false, null);
    }
}
