package iq.sendy.channels;

import iq.sendy.channels.store.AccountDirectory;
import iq.sendy.kernel.StoreId;
import iq.sendy.meta.ChannelType;
import iq.sendy.platform.sql.Pipeline;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Accounts at Meta as the database has them. */
@Component
class AccountLookup {

    private final AccountDirectory accounts;
    private final Pipeline pipeline;

    AccountLookup(AccountDirectory accounts, Pipeline pipeline) {
        this.accounts = accounts;
        this.pipeline = pipeline;
    }

    /** One statement outside of any transaction, as the directory has no wall. */
    public List<ChannelOwner> owners(ChannelType type, Set<String> accountIds) {
        return pipeline.ask(accounts.owners(type, accountIds)).answer();
    }

    @Transactional(readOnly = true)
    public List<ChannelOwner> unproven(Instant before, boolean deploymentHasSecret) {
        return pipeline.ask(accounts.unproven(before, deploymentHasSecret)).answer();
    }

    @Transactional(readOnly = true)
    public List<StoreId> stores() {
        return pipeline.ask(accounts.stores()).answer();
    }
}
