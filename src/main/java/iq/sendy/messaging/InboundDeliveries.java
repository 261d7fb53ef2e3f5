package iq.sendy.messaging;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import iq.sendy.channels.ChannelDirectory;
import iq.sendy.channels.ChannelOwner;
import iq.sendy.channels.VouchingSecrets;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.model.OwnersInTurn;
import iq.sendy.meta.ChannelType;
import iq.sendy.meta.MetaPayload;
import iq.sendy.platform.tenancy.CurrentTenant;
import iq.sendy.platform.tenancy.OutsideTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Deliveries of Meta. They are kept as they came, in each store that owns an account in them and can vouch for them, and read
 * after they were answered. An account counts as verified by the secret of the channel that owns it alone: so a store that
 * signs a body with another store's number in it changes nothing there.
 */
@Service
public class InboundDeliveries {

    /** The kind of the jobs that read them. */
    public static final String PROCESS = "messaging.process";

    /** What the process that took it in does not come to, since it ended or is held up, any other finds after that time. */
    public static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Each may cost a look into its store. */
    private static final int MOST_CHANNELS = 50;

    private final ChannelDirectory directory;
    private final VouchingSecrets secrets;
    private final DeliveryKeeper keeper;
    private final Counter unverified;

    InboundDeliveries(
            ChannelDirectory directory, VouchingSecrets secrets, DeliveryKeeper keeper, MeterRegistry meters) {
        this.directory = directory;
        this.secrets = secrets;
        this.keeper = keeper;
        this.unverified = Counter.builder("sendy.inbox.accounts.unverified")
                .description(
                        "Accounts that deliveries named and that their signature did not verify: what is about them is dropped")
                .register(meters);
    }

    /**
     * Keeps a delivery whose signature one of its owners' secrets verifies. Switched off channels and suspended stores keep
     * theirs as well: Meta sends nothing twice that was refused for a week.
     *
     * @param signature the one header that has it; null when there is none, or several
     */
    public AcceptDelivery.Result accept(ChannelType type, byte[] body, @Nullable String signature) {
        OutsideTransaction.require("Accepting a delivery");
        if (signature == null) {
            return new AcceptDelivery.Unsigned();
        }
        var accounts = MetaPayload.accounts(type, body).orElse(Set.of());
        var signed = new SignedBody(body, signature);
        var stores = 0;
        var verified = 0;
        for (var owners : inTurn(type, accounts).entrySet()) {
            var store = owners.getKey();
            var channels = vouching(owners.getValue(), signed);
            if (!channels.isEmpty()) {
                CurrentTenant.in(store, () -> {
                    keeper.keep(store, type, channels, signed);
                    return true;
                });
                verified += channels.size();
                stores++;
            }
        }
        unverified.increment(Math.max(0, accounts.size() - verified));
        return stores == 0 ? new AcceptDelivery.NotVerified() : new AcceptDelivery.Accepted(stores);
    }

    /** The channels whose secret verifies it, by account. */
    private Map<String, UUID> vouching(List<ChannelOwner> owners, SignedBody signed) {
        var channels = new HashMap<String, UUID>();
        for (var owner : owners) {
            if (secrets.of(owner).filter(signed::isSignedWith).isPresent()) {
                channels.put(owner.accountId(), owner.channel());
            }
        }
        return channels;
    }

    private Map<StoreId, List<ChannelOwner>> inTurn(ChannelType type, Set<String> accounts) {
        return OwnersInTurn.of(directory.owners(type, accounts), MOST_CHANNELS, ThreadLocalRandom.current()::nextInt)
                .stream()
                .collect(groupingBy(ChannelOwner::store, LinkedHashMap::new, toList()));
    }

    /** Has a delivery that is still there read once more; what had its effect has no second one. Answers whether it is there. */
    public boolean replay(StoreId store, UUID delivery) {
        return keeper.again(store, delivery);
    }

    /** When the oldest delivery came that nobody has read yet. */
    public Optional<Instant> oldestWaiting(StoreId store) {
        return keeper.oldestWaiting(store);
    }

    /** Removes what came before then, some hundred at once; answers how many. */
    public int forget(StoreId store, Instant before) {
        return keeper.forget(store, before);
    }
}
