package iq.sendy.accounts;

import iq.sendy.accounts.store.MemberStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Query;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Members who are kept as they are for a moment, so that nothing is given to one who is being removed. */
@Service
public class MemberHolds {

    private final MemberStore members;

    MemberHolds(MemberStore members) {
        this.members = members;
    }

    /**
     * The member, if there is one who may sign in, kept so until the transaction ends; it shares a trip. It comes before
     * whatever of theirs is locked, as with whoever removes them.
     */
    public Query<UUID> active(StoreId store, @Nullable UUID member) {
        return member == null ? Query.none() : members.holdActive(store, member);
    }
}
