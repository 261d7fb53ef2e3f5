package iq.sendy.buyers;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.audit.Audit.Change;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Audit of what buyers do with their accounts, by themselves. */
@Component
class BuyerAudit {

    static final String REGISTERED = "buyer.registered";
    static final String PASSWORD_RESET = "buyer.password_reset";

    private static final String BUYER = "buyer";

    private final Audit audit;

    BuyerAudit(Audit audit) {
        this.audit = audit;
    }

    void record(StoreId store, String action, BuyerAccount account, String ip) {
        audit.record(
                store,
                new Actor(BUYER, account.id(), account.name(), ip),
                new Change(
                        action,
                        BUYER,
                        account.id(),
                        null,
                        Map.of("phone", account.phone().value())));
    }
}
