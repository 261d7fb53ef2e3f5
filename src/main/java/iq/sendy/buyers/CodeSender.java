package iq.sendy.buyers;

import iq.sendy.kernel.StoreId;

/** Sender of one-time codes: a way that they take to a phone. A module declares one as a bean for each way that it has. */
public interface CodeSender {

    /** Whether the buyers of this store can be reached this way. It is asked for often, and asks no one else. */
    boolean reaches(StoreId store);

    /**
     * Sends a code on its way. It is called in the transaction that keeps the code: whoever needs the outside leaves a job
     * there.
     */
    void send(StoreId store, OneTimeCode code);
}
