package iq.sendy.billing;

import iq.sendy.billing.BillingPlan.PlanTerms;
import iq.sendy.billing.store.PlanStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.audit.Audit.Change;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.StoreLock;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans of the platform. Operators who save one come one after the other, so that there is one default. */
@Service
public class Plans {

    private static final String TYPE = "plan";
    private static final String LOCK = "billing.plans";

    private final PlanStore plans;
    private final Pipeline pipeline;
    private final Audit audit;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;

    Plans(PlanStore plans, Pipeline pipeline, Audit audit, UuidGenerator uuidGenerator, Clock clock) {
        this.plans = plans;
        this.pipeline = pipeline;
        this.audit = audit;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Page<BillingPlan> list(Paging paging) {
        return plans.list().page(pipeline, paging);
    }

    @Transactional(readOnly = true)
    public Optional<BillingPlan> find(UUID id) {
        return pipeline.ask(plans.find(id)).first();
    }

    /** A new default takes over. */
    @Transactional
    public BillingPlan make(Actor actor, SavePlan command) {
        var now = clock.instant();
        var plan = new BillingPlan(uuidGenerator.next(), command.over(PlanTerms.NEW), now, now);
        var trip = pipeline.open();
        trip.add(StoreLock.take(StoreId.PLATFORM, LOCK));
        trip.addIf(plan.terms().isDefault(), () -> plans.clearDefault(plan.id(), now));
        trip.add(plans.insert(plan));
        trip.send();
        audit.record(StoreId.PLATFORM, actor, Change.created(TYPE, plan.id(), plan.terms()));
        return plan;
    }

    /** A new default takes over; the present one stays it until then. */
    @Transactional
    public SavePlan.Result change(Actor actor, UUID id, SavePlan command) {
        var trip = pipeline.open();
        trip.add(StoreLock.take(StoreId.PLATFORM, LOCK));
        var found = trip.add(plans.find(id));
        trip.send();
        if (!found.any()) {
            return new SavePlan.Result.NoSuchPlan();
        }
        var before = found.single();
        var after = new BillingPlan(id, command.over(before.terms()), before.createdAt(), clock.instant());
        if (before.terms().isDefault() && !after.terms().isDefault()) {
            return new SavePlan.Result.DefaultNeeded();
        }
        trip.addIf(
                after.terms().isDefault() && !before.terms().isDefault(),
                () -> plans.clearDefault(id, after.updatedAt()));
        trip.add(plans.update(after));
        trip.send();
        audit.record(StoreId.PLATFORM, actor, Change.updated(TYPE, id, before.terms(), after.terms()));
        return new SavePlan.Result.Saved(after);
    }
}
