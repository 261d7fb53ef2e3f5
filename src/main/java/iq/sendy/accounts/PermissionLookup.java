package iq.sendy.accounts;

import iq.sendy.kernel.StoreId;
import java.util.List;

/** Permission look-up, which {@code access} implements: tokens and answers say what their person may do. */
public interface PermissionLookup {

    /** Full names of what somebody may do, read fresh in the running transaction. */
    List<String> of(StoreId store, MemberView member);
}
