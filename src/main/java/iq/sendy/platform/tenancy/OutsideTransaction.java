package iq.sendy.platform.tenancy;

import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Transaction guard of what is slow: whoever asks other people's servers, or works for long, inside a transaction holds a
 * connection and its locks meanwhile, and a few such requests stop the orders of all stores.
 */
public final class OutsideTransaction {

    private OutsideTransaction() {}

    /** Throws where a transaction is active: a mistake of ours, which tests find. */
    public static void require(String work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(work + " must not wait inside a transaction");
        }
    }
}
