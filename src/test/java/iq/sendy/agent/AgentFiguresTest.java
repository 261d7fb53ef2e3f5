package iq.sendy.agent;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.MovableClock;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.billing.Ledger;
import iq.sendy.billing.TokenBudget;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Sql;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** What the agent is worth: conversations that it handled alone, why people went on, and tokens for each. */
@Scenario
class AgentFiguresTest {

    private static final String FIGURES = Api.STAFF + "/social/agent-figures";

    @Autowired
    Api api;

    @Autowired
    TokenBudget budget;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    MovableClock clock;

    private static void job(
            JdbcClient jdbc,
            StoreId store,
            UUID conversation,
            AiJobState state,
            @Nullable String reason,
            MovableClock clock) {
        jdbc.sql("""
                        insert into agent.ai_message_job
                            (store_id, id, conversation_id, channel_id, trigger_message_id, trigger_number, state, reason,
                             input_tokens, output_tokens, not_before, burst_began_at, created_at, updated_at, finished_at)
                        values (:store, :id, :conversation, :id, :id, 1, :state, :reason, 90, 10, :at, :at, :at, :at, :at)
                        """)
                .param("store", store.value())
                .param("id", UUID.randomUUID())
                .param("conversation", conversation)
                .param("state", state.toString())
                .param("reason", reason)
                .param("at", Sql.at(clock.instant()))
                .update();
    }

    @Test
    void conversations_that_people_did_not_go_on_with_were_handled() {
        var shop = Shop.opens(api);
        var store = new StoreId(UUID.fromString(shop.storeId()));
        assertThat(well(shop.owner().get(FIGURES)).data("conversations.handledPercent"))
                .isEqualTo("0");
        var alone = UUID.randomUUID();
        var given = UUID.randomUUID();
        new Ledger(store, budget, transactions).in(() -> {
            job(jdbc, store, alone, AiJobState.DONE, null, clock);
            job(jdbc, store, alone, AiJobState.DONE, null, clock);
            job(jdbc, store, given, AiJobState.DONE, null, clock);
            job(jdbc, store, given, AiJobState.HANDED_OFF, "refund", clock);
            job(jdbc, store, UUID.randomUUID(), AiJobState.HANDED_OFF, "refund", clock);
            job(jdbc, store, UUID.randomUUID(), AiJobState.HANDED_OFF, "closed", clock);
            job(jdbc, store, given, AiJobState.DEAD, "invalid_request", clock);
            job(jdbc, store, given, AiJobState.DEAD, "workers_lost", clock);
            job(jdbc, store, given, AiJobState.DEAD, null, clock);
            return true;
        });

        var figures = well(shop.owner().get(FIGURES));

        assertThat(figures.data("conversations"))
                .isEqualTo("{\"total\":4,\"answered\":2,\"handled\":1,\"handledPercent\":25.0}");
        assertThat(figures.data("cost.replies") + " " + figures.data("cost.tokensPerHandled"))
                .isEqualTo("3 900");
        assertThat(figures.data("handOffs"))
                .isEqualTo("[{\"reason\":\"failed\",\"count\":3},{\"reason\":\"refund\",\"count\":2},"
                        + "{\"reason\":\"closed\",\"count\":1}]");
        assertThat(well(Shop.opens(api).owner().get(FIGURES)).data("conversations.total"))
                .isEqualTo("0");
    }
}
