package iq.sendy.billing;

import iq.sendy.billing.UsagePeriod.CapNotices;
import iq.sendy.billing.model.CapLevel;
import iq.sendy.billing.store.UsagePeriodStore;
import iq.sendy.billing.store.UsagePeriodStore.SpendState;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.audit.Audit.Change;
import iq.sendy.platform.sql.Pipeline;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Notices of the spend cap: that it is near, and that it is reached. Each is said once in a period, in the store's log, and
 * stands as a warning with its usage until the period is over or the cap another.
 */
@Component
class SpendNotices {

    private final UsagePeriodStore periods;
    private final Pipeline pipeline;
    private final Audit audit;
    private final Clock clock;

    SpendNotices(UsagePeriodStore periods, Pipeline pipeline, Audit audit, Clock clock) {
        this.periods = periods;
        this.pipeline = pipeline;
        this.audit = audit;
        this.clock = clock;
    }

    /** Says what is not said yet; who calls it holds the period's lock. */
    void tell(StoreId store, SpendState spending, CapLevel level) {
        var said = spending.period().notices();
        var now = clock.instant();
        switch (level) {
            case FREE -> {}
            case NEAR -> {
                if (said.nearAt() == null) {
                    note(store, spending, new CapNotices(now, said.reachedAt()), "subscription.spend_cap_near");
                }
            }
            case REACHED -> {
                if (said.reachedAt() == null) {
                    var nearAt = Objects.requireNonNullElse(said.nearAt(), now);
                    note(store, spending, new CapNotices(nearAt, now), "subscription.spend_cap_reached");
                }
            }
        }
    }

    private void note(StoreId store, SpendState spending, CapNotices notices, String action) {
        var period = spending.period();
        var shown = new LinkedHashMap<String, Object>();
        shown.put("periodStart", period.bounds().start());
        shown.put("spendCapIqd", Objects.requireNonNullElse(spending.cap().iqd(), "none"));
        shown.put("spendCapTokens", Objects.requireNonNullElse(spending.cap().tokens(), "none"));
        shown.put("overageChargeIqd", period.charge());
        shown.put("tokens", period.used().total());
        pipeline.send(periods.note(store, period.bounds().start(), notices));
        audit.record(store, Actor.SYSTEM, new Change(action, StoreSubscriptions.TYPE, store.value(), null, shown));
    }
}
