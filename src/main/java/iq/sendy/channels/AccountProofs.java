package iq.sendy.channels;

import static java.util.stream.Collectors.toMap;

import iq.sendy.channels.ChannelView.ChannelAccount;
import iq.sendy.channels.store.AccountDirectory;
import iq.sendy.channels.store.ChannelStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.meta.AccountAnswer;
import iq.sendy.meta.GraphAccount;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.audit.Audit.Change;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.tenancy.WriteConflict;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Proofs of accounts: what signs the deliveries of many stores says nothing about one of them, so a channel that relies on the
 * deployment's secret takes deliveries once its access token has shown that it may read the account. One that has a secret of
 * its own takes what that verifies, and is tried before all others once the token has shown it.
 */
@Service
public class AccountProofs {

    private static final String TYPE = "social_channel";

    private final AccountDirectory accounts;
    private final ChannelStore channels;
    private final ChannelSecrets secrets;
    private final Pipeline pipeline;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AccountProofs(
            AccountDirectory accounts,
            ChannelStore channels,
            ChannelSecrets secrets,
            Pipeline pipeline,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.channels = channels;
        this.secrets = secrets;
        this.pipeline = pipeline;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A channel whose token is to show that it may read the account.
     *
     * @param since when the token was given
     */
    public record AccountToProve(UUID channel, ChannelAccount of, Instant since, GraphAccount account) {}

    /** How channels of a store stand at their accounts; one that is gone has no entry. */
    @Transactional(readOnly = true)
    public Map<UUID, AccountProof> of(StoreId store, Collection<UUID> ids) {
        return pipeline.ask(accounts.proofs(store, ids)).answer().stream()
                .collect(toMap(AccountDirectory.ChannelProof::channel, AccountDirectory.ChannelProof::proof));
    }

    /** What Meta is to be asked about a channel; empty where there is nothing to prove. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<AccountToProve> toProve(StoreId store, UUID channel) {
        var open = accounts.isToProve(store, channel, secrets.deploymentHasOne());
        var found = channels.find(store, channel);
        pipeline.send(open, found);
        if (!open.any()) {
            return Optional.empty();
        }
        return found.first()
                .flatMap(view -> secrets.account(store, channel)
                        .map(account -> new AccountToProve(
                                channel, view.account(), view.access().tokenSince(), account)));
    }

    /** Notes what Meta said; false where the shop has entered another token or account meanwhile, and it is to be asked anew. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean settle(StoreId store, AccountToProve asked, AccountAnswer answer) {
        var view = pipeline.ask(channels.lock(store, asked.channel())).first();
        if (view.isEmpty()) {
            return true;
        }
        if (!view.get().account().equals(asked.of())
                || !view.get().access().tokenSince().equals(asked.since())) {
            return false;
        }
        switch (answer) {
            case AccountAnswer.CanRead() -> note(store, view.get(), proven(store, view.get()), null);
            case AccountAnswer.CannotRead(var code) -> note(store, view.get(), AccountStanding.UNPROVEN, code);
            case AccountAnswer.Unanswered _ -> {
                // It stays as it is, and is asked again.
            }
        }
        return true;
    }

    /** How a channel stands whose token reads the account; where its own secret vouches for it nobody has to make room. */
    private AccountStanding proven(StoreId store, ChannelView channel) {
        if (channel.access().ownSecret()) {
            return AccountStanding.PROVEN;
        }
        var displaced = accounts.displace(store, channel, clock.instant());
        var taken = accounts.taken(store, channel);
        pipeline.send(displaced, taken);
        return taken.any() ? AccountStanding.DISPLACED : AccountStanding.PROVEN;
    }

    private void note(StoreId store, ChannelView channel, AccountStanding standing, @Nullable String code) {
        try {
            var proof = new AccountProof(standing, code, clock.instant());
            var isNew = pipeline.ask(accounts.note(store, channel.id(), proof)).first();
            // What its own secret verifies is taken before and after.
            if (isNew.orElse(false) && !channel.access().ownSecret()) {
                audit.record(store, Actor.SYSTEM, change(channel, standing, code));
                events.publishEvent(new ChannelChanged(store, channel.id()));
            }
        } catch (DuplicateKeyException since) {
            throw new WriteConflict("another store has proved the account meanwhile");
        }
    }

    private static Change change(ChannelView channel, AccountStanding standing, @Nullable String code) {
        var after = code == null
                ? Map.of("standing", standing.toString())
                : Map.of("standing", standing.toString(), "code", code);
        return new Change(TYPE + ".account_judged", TYPE, channel.id(), null, after);
    }
}
