package iq.sendy.accounts;

import iq.sendy.kernel.Phone;
import iq.sendy.platform.database.BackgroundWork;
import iq.sendy.platform.tenancy.CurrentTenant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Security record of failed sign-ins. Each stands in the log of the process, with the network and a masked phone. In the
 * audit log of the store that the phone belongs to stand the first of a row, the first that is made to wait, and then one
 * for five times as many: an owner sees an attack and how large it is, and no flood fills the log.
 */
@Component
class FailedSignIns {

    private static final Logger LOG = LoggerFactory.getLogger(FailedSignIns.class);

    private static final long FIRST_TO_WAIT = 6;
    private static final long TIMES = 5;

    private final LoginThrottling loginThrottling;
    private final SignInTransactions transactions;

    FailedSignIns(LoginThrottling loginThrottling, SignInTransactions transactions) {
        this.loginThrottling = loginThrottling;
        this.transactions = transactions;
    }

    /** The password was wrong, or nobody signs in with the phone; an unknown one costs the same count. */
    void failed(Phone phone, String ip) {
        var failures = loginThrottling.countFailure(phone.value());
        LOG.info("A sign-in with {} from {} failed, {} in a row", phone, ip, failures);
        record(phone, ip, failures, false);
    }

    /** The password was not looked at, since too many were wrong before. */
    void refused(Phone phone, String ip) {
        var failures = loginThrottling.countFailure(phone.value());
        LOG.info("A sign-in with {} from {} was made to wait, {} in a row", phone, ip, failures);
        record(phone, ip, failures, true);
    }

    private void record(Phone phone, String ip, long failures, boolean refused) {
        if (!worthAnEntry(failures)) {
            return;
        }
        BackgroundWork.run(() -> transactions
                .ownerOf(phone)
                .ifPresent(owner -> CurrentTenant.in(
                        owner.store(),
                        () -> transactions.record(new SignInTransactions.FailedSignIn(owner, ip, failures, refused)))));
    }

    private static boolean worthAnEntry(long failures) {
        var next = FIRST_TO_WAIT;
        while (next < failures) {
            next *= TIMES;
        }
        return failures == 1 || failures == next;
    }
}
