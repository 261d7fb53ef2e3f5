package iq.sendy.pricing;

import iq.sendy.geography.Geography;
import iq.sendy.geography.Province;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.pricing.model.FeeSpans;
import iq.sendy.pricing.store.RuleStore;
import iq.sendy.stores.StoreSettings;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
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

    private Optional<DeliveryFeeSpan> span(
            StoreId store, StoreSettings settings, long value, List<Province> provinces) {
        var version = pipeline.ask(rules.version(store)).first().orElse(null);
        var codes = provinces.stream().map(Province::code).toList();
        return FeeSpans.of(ruleCache.of(store, version).shipping(), codes, value, settings.defaultDeliveryFee());
    }
}
