package iq.sendy.billing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import iq.sendy.billing.store.MarginStore;
import iq.sendy.billing.store.MarginStore.UsedModel;
import iq.sendy.billing.store.UsagePeriodStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.tenancy.RunAsTenant;
import iq.sendy.stores.Stores;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Margins of stores, for operators: what each period earned and what its tokens cost the platform. */
@Service
public class Margins {

    /** A year, and what changes of plan cut. */
    private static final int MOST_PERIODS = 24;

    private final UsagePeriodStore periods;
    private final MarginStore margins;
    private final Stores stores;
    private final RunAsTenant tenants;
    private final Pipeline pipeline;
    private final Clock clock;

    Margins(
            UsagePeriodStore periods,
            MarginStore margins,
            Stores stores,
            RunAsTenant tenants,
            Pipeline pipeline,
            Clock clock) {
        this.periods = periods;
        this.margins = margins;
        this.stores = stores;
        this.tenants = tenants;
        this.pipeline = pipeline;
        this.clock = clock;
    }

    /** Newest first, those in which something was used or changed; empty where there is no such store. */
    @Transactional(readOnly = true)
    public Optional<List<PeriodMargin>> of(StoreId store) {
        return stores.find(store).map(_ -> tenants.in(store, () -> read(store)));
    }

    private List<PeriodMargin> read(StoreId store) {
        var trip = pipeline.open();
        var last = trip.add(periods.last(store, MOST_PERIODS));
        var used = trip.add(margins.used(store, MOST_PERIODS));
        trip.send();
        var byStart = used.answer().stream().collect(groupingBy(UsedModel::started, mapping(UsedModel::use, toList())));
        var now = clock.instant();
        return last.answer().stream()
                .map(period -> new PeriodMargin(
                        Invoice.of(period, now),
                        byStart.getOrDefault(period.bounds().start(), List.of())))
                .toList();
    }
}
