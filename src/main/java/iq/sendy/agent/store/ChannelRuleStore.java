package iq.sendy.agent.store;

import iq.sendy.agent.AgentMode;
import iq.sendy.agent.AgentRule;
import iq.sendy.agent.BusinessHours;
import iq.sendy.agent.OutsideHours;
import iq.sendy.agent.RollOut;
import iq.sendy.kernel.StoreId;
import iq.sendy.kernel.WireWord;
import iq.sendy.platform.sql.Columns;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import iq.sendy.stores.StoreSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What people decided about the agent, a row for each channel at which they did. Its clock is the store's, and not here. */
@Component
public class ChannelRuleStore {

    private static final Columns<AgentRule> RULE = Columns.of(AgentRule.class, "r")
            .text("mode", AgentRule::mode)
            .texts("allowed", rule -> rule.rollOut().allowed())
            .integer("percentage", rule -> rule.rollOut().percentage())
            .texts("hours", rule -> rule.hours().spans())
            .text("outside", AgentRule::outside)
            .time("paused_until", AgentRule::pausedUntil);

    private static final String SELECT = "select " + RULE.selected() + """
             from agent.channel_rule as r
            where r.store_id = :store and r.channel_id = :channel
            """;

    /** No row means that nobody has decided anything. */
    public Query<AgentRule> find(StoreId store, UUID channel) {
        return Query.of(SELECT, ChannelRuleStore::rule)
                .param("store", store.value())
                .param("channel", channel);
    }

    public Query<Boolean> save(StoreId store, UUID channel, AgentRule rule, Instant now) {
        return Query.write("insert into agent.channel_rule (store_id, channel_id, updated_at, " + RULE.names()
                        + ") values (:store, :channel, :now, " + RULE.values()
                        + ") on conflict (store_id, channel_id) do update set updated_at = :now, "
                        + RULE.assignments())
                .param("store", store.value())
                .param("channel", channel)
                .param("now", Sql.at(now))
                .row(RULE, rule);
    }

    private static AgentRule rule(ResultSet row, int index) throws SQLException {
        return new AgentRule(
                WireWord.of(AgentMode.class, row.getString("mode")),
                new RollOut(Sql.texts(row, "allowed"), row.getInt("percentage")),
                new BusinessHours(Sql.texts(row, "hours").stream()
                        .map(BusinessHours.OpenSpan::of)
                        .toList()),
                WireWord.of(OutsideHours.class, row.getString("outside")),
                Sql.instantOrNull(row, "paused_until"),
                StoreSettings.DEFAULTS.zone());
    }
}
