package iq.sendy.platform.tenancy;

import iq.sendy.platform.database.AdmissionControl;
import iq.sendy.platform.database.AdmissionControl.Turn;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/** Where the transactions of requests wait for their turn at the database, stores by turns. */
@Component
public class Turnstile {

    /** Waiting longer than this is answered 503 with Retry-After. A thousand buyers at once wait here for their turn. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    /** Signing in and up, and whatever else is asked across stores. */
    private static final Object NO_STORE = new Object();

    private final AdmissionControl admissionControl;

    Turnstile(AdmissionControl admissionControl) {
        this.admissionControl = admissionControl;
    }

    /** A turn, which must be closed. */
    public Turn turn() {
        try {
            var whose = CurrentTenant.CURRENT.isBound() ? CurrentTenant.CURRENT.get() : NO_STORE;
            var turn = admissionControl.enter(whose, PATIENCE);
            if (turn != null) {
                return turn;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw new CannotCreateTransactionException("No turn came");
    }
}
