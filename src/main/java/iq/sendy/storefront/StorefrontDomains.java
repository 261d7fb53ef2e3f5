package iq.sendy.storefront;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.tenancy.RunAsTenant;
import iq.sendy.storefront.StorefrontSettings.CustomDomain;
import iq.sendy.storefront.store.DomainDirectory;
import iq.sendy.storefront.store.StorefrontStore;
import iq.sendy.stores.Stores;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Domains of stores' own: which are proved, and whose they are. A domain is one store's, and a store has one. */
@Service
public class StorefrontDomains {

    private final DomainDirectory domains;
    private final StorefrontStore storefronts;
    private final StorefrontEdits edits;
    private final Stores stores;
    private final RunAsTenant tenants;
    private final Pipeline pipeline;
    private final Clock clock;

    StorefrontDomains(
            DomainDirectory domains,
            StorefrontStore storefronts,
            StorefrontEdits edits,
            Stores stores,
            RunAsTenant tenants,
            Pipeline pipeline,
            Clock clock) {
        this.domains = domains;
        this.storefronts = storefronts;
        this.edits = edits;
        this.stores = stores;
        this.tenants = tenants;
        this.pipeline = pipeline;
        this.clock = clock;
    }

    /** The store whose a domain was proved to be. */
    @Transactional(readOnly = true)
    public Optional<StoreId> owner(String domain) {
        return pipeline.ask(domains.owner(domain)).first();
    }

    /** As {@link #owner}, as a query that shares a trip. */
    Query<StoreId> queryOwner(String domain) {
        return domains.owner(domain);
    }

    /** The domain that a store has named, proved or not. */
    @Transactional(readOnly = true)
    public Optional<CustomDomain> named(StoreId store) {
        return pipeline.ask(storefronts.find(store)).first().map(StorefrontSettings::domain);
    }

    /**
     * Takes what the domain's DNS said as the proof that it is this store's. One that was proved stays so. Where another
     * store's proof is gone from there, the domain has changed hands, and that store has lost it.
     */
    @Transactional
    public VerifyDomain.Result verify(StoreId store, Actor actor, VerifyDomain command) {
        var before = edits.lock(store);
        var domain = before.domain();
        if (domain == null || (!domain.proven() && !proves(command, domain))) {
            return new VerifyDomain.Result.NotProven();
        }
        var found = stores.query(store);
        if (domain.proven()) {
            pipeline.send(found);
            return verified(found.single().slug(), before);
        }
        var former = domains.owner(domain.name());
        var claimed = domains.claim(store, domain, tokens(command.seen()), clock.instant());
        pipeline.send(found, former, domains.release(store), claimed);
        if (!claimed.any()) {
            return new VerifyDomain.Result.Taken();
        }
        former.first().filter(other -> !other.equals(store)).ifPresent(this::tellLoser);
        var after = before.withDomain(new CustomDomain(domain.name(), domain.token(), true));
        edits.record(store, actor, "domain_verified", before, after);
        return verified(found.single().slug(), after);
    }

    /** Whether the DNS was asked about this domain, and says what is to be said there. */
    private static boolean proves(VerifyDomain command, CustomDomain domain) {
        return domain.equals(command.domain()) && command.seen().contains(domain.recordValue());
    }

    private static List<String> tokens(List<String> seen) {
        return seen.stream().flatMap(line -> CustomDomain.token(line).stream()).toList();
    }

    private void tellLoser(StoreId loser) {
        tenants.in(loser, () -> {
            var now = edits.lock(loser);
            var lost = now.domain();
            if (lost != null) {
                var before = now.withDomain(new CustomDomain(lost.name(), lost.token(), true));
                edits.record(loser, Actor.SYSTEM, "domain_lost", before, now);
            }
            return true;
        });
    }

    private static VerifyDomain.Result verified(String slug, StorefrontSettings face) {
        return new VerifyDomain.Result.Verified(new StorefrontView(slug, face));
    }
}
