package iq.sendy.buyers;

import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;

/** Sender of one-time codes: a way that they take to a phone. A module declares one as a bean for each way that it has. */
public interface CodeSender {

    /** Whether some phones can be reached this way for a store: then it is worth asking for one. */
    boolean serves(StoreId store);

    /** Whether this phone can be reached this way for a store, at this moment. */
    boolean reaches(StoreId store, Phone phone);

    /**
     * Sends a code on its way. It is called in the transaction that keeps the code: whoever needs the outside leaves a job
     * there.
     */
    void send(StoreId store, OneTimeCode code);
}
