package iq.sendy.platform.compute;

import iq.sendy.platform.api.Caller;
import iq.sendy.platform.limits.Requester;
import iq.sendy.platform.tenancy.CurrentTenant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Whose work it is, as the running request says.
 *
 * @param share what takes turns with others: a store, or without a credential a network
 * @param account who pays for the processor: a key, a person, a network; null for work of our own
 */
record WorkOwner(Object share, boolean stranger, @Nullable String account) {

    /** Beside requests there is no store to be fair to but the one that is bound. */
    private static final String OURSELVES = "ourselves";

    static WorkOwner current() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            var request = attributes.getRequest();
            var account = Requester.of(request);
            return request.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller
                    ? new WorkOwner(caller.store(), false, account)
                    : new WorkOwner(account, true, account);
        }
        return new WorkOwner(CurrentTenant.CURRENT.isBound() ? CurrentTenant.CURRENT.get() : OURSELVES, false, null);
    }
}
