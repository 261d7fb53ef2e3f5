package iq.sendy.channels;

import iq.sendy.kernel.StoreId;
import iq.sendy.meta.ChannelType;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Directory of the accounts at Meta: which channels of which stores have one, for whoever is at no store yet. */
@Component
public class ChannelDirectory {

    private final AccountLookup lookup;

    ChannelDirectory(AccountLookup lookup) {
        this.lookup = lookup;
    }

    /** The channels that take the deliveries of one of the accounts, switched off ones too; asked anew each time. */
    public List<ChannelOwner> owners(ChannelType type, Collection<String> accountIds) {
        var ids = Set.copyOf(accountIds);
        if (ids.isEmpty()) {
            return List.of();
        }
        return lookup.owners(type, ids);
    }

    /**
     * The channels of all stores that are still to prove their account, and were not asked about since then. Where nothing
     * vouches for deliveries but a secret of the deployment that there is not, there is nothing to prove.
     */
    public List<ChannelOwner> unproven(Instant before, boolean deploymentHasSecret) {
        return CurrentTenant.in(StoreId.PLATFORM, () -> lookup.unproven(before, deploymentHasSecret));
    }

    /** All stores that have a channel. */
    public List<StoreId> stores() {
        return CurrentTenant.in(StoreId.PLATFORM, lookup::stores);
    }
}
