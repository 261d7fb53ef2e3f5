package iq.sendy.pricing;

import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.pricing.store.DiscountRuleStore;
import iq.sendy.stores.Settings;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Automatic discounts, which need no code. */
@Service
public class DiscountRules extends ChangeableRules<DiscountRule, DiscountRule.DiscountRuleDetails> {

    DiscountRules(
            DiscountRuleStore rules,
            Settings storeSettings,
            Pipeline pipeline,
            Audit audit,
            UuidGenerator uuidGenerator,
            Clock clock) {
        super("discount_rule", rules, storeSettings, pipeline, audit, uuidGenerator, clock);
    }

    @Override
    DiscountRule fresh(UUID id, DiscountRule.DiscountRuleDetails details, Instant now) {
        return new DiscountRule(id, details, now, now);
    }
}
