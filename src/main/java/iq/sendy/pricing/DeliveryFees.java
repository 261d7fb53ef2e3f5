package iq.sendy.pricing;

import iq.sendy.geography.Geography;
import iq.sendy.geography.Province;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Trip;
import iq.sendy.pricing.model.FeeSpans;
import iq.sendy.pricing.store.RuleStore;
import iq.sendy.stores.StoreSettings;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongFunction;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Delivery fees before it is known where something goes, as a shop shows them to whoever only looks. */
@Service
public class DeliveryFees {

    private final RuleStore rules;
    private final RuleCache ruleCache;
    private final Geography geography;
    private final Pipeline pipeline;

    DeliveryFees(RuleStore rules, RuleCache ruleCache, Geography geography, Pipeline pipeline) {
        this.rules = rules;
        this.ruleCache = ruleCache;
        this.geography = geography;
        this.pipeline = pipeline;
    }

    /**
     * What delivery of goods of this value costs, from the cheapest governorate to the dearest; empty where weight decides.
     */
    @Transactional(readOnly = true)
    public Optional<DeliveryFeeSpan> span(StoreId store, StoreSettings settings, long value) {
        return span(store, settings, value, geography.provinces());
    }

    /** As {@link #span(StoreId, StoreSettings, long)}, in one governorate. */
    @Transactional(readOnly = true)
    public Optional<DeliveryFeeSpan> span(StoreId store, StoreSettings settings, long value, Province province) {
        return span(store, settings, value, List.of(province));
    }

    /** Of the rules: as long as it stays, and the settings do, so do the fees. Shares a trip; no row while there never was a rule. */
    public Query<UUID> version(StoreId store) {
        return rules.version(store);
    }

    /** As {@link #span(StoreId, StoreSettings, long)}, once the version was asked. */
    @Transactional(readOnly = true)
    public Optional<DeliveryFeeSpan> span(StoreId store, StoreSettings settings, long value, Query<UUID> version) {
        return span(store, settings, value, geography.provinces(), version);
    }

    /**
     * As {@link #span(StoreId, StoreSettings, long)}, on a trip of others: by the value of the goods, once the trip was sent
     * and in its transaction.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public LongFunction<Optional<DeliveryFeeSpan>> spans(Trip trip, StoreId store, StoreSettings settings) {
        var version = trip.add(rules.version(store));
        return value -> span(store, settings, value, version);
    }

    private Optional<DeliveryFeeSpan> span(
            StoreId store, StoreSettings settings, long value, List<Province> provinces) {
        return span(store, settings, value, provinces, pipeline.ask(rules.version(store)));
    }

    private Optional<DeliveryFeeSpan> span(
            StoreId store, StoreSettings settings, long value, List<Province> provinces, Query<UUID> answered) {
        var version = answered.first().orElse(null);
        var codes = provinces.stream().map(Province::code).toList();
        return FeeSpans.of(ruleCache.of(store, version).shipping(), codes, value, settings.defaultDeliveryFee());
    }
}
