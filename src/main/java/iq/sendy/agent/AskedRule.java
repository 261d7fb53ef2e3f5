package iq.sendy.agent;

import iq.sendy.platform.sql.Query;
import iq.sendy.stores.StoreSettings;
import java.util.List;

/** Rule of a channel that is asked for together with other things, in a trip of the caller's own. */
public record AskedRule(Query<AgentRule> kept, Query<StoreSettings> settings) {

    /** What to send. */
    public List<Query<?>> queries() {
        return List.of(kept, settings);
    }

    /** The rule, once it was sent. */
    public AgentRule answer() {
        var zone = settings.first().orElse(StoreSettings.DEFAULTS).zone();
        return kept.first().map(rule -> rule.at(zone)).orElseGet(() -> AgentRule.standard(zone));
    }
}
