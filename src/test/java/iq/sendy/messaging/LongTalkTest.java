package iq.sendy.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Scenario;
import iq.sendy.World.Backstage;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.store.AgentDeskStore;
import iq.sendy.messaging.store.InboxStore;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a turn costs in a conversation that has lasted for years with the agent alone: counted in rows, not in time. */
@Scenario
class LongTalkTest {

    private static final int MESSAGES = 5_000;
    private static final long FEW_ROWS = 100;

    @Autowired
    Backstage backstage;

    @Autowired
    AgentDeskStore desk;

    @Autowired
    InboxStore inbox;

    @Autowired
    Pipeline pipeline;

    @Autowired
    PlatformTransactionManager transactions;

    private final StoreId store = new StoreId(UUID.randomUUID());
    private final UUID conversation = UUID.randomUUID();

    /** Without the conversation and its contact, which nothing here reads. */
    private void inBulk(String sql) {
        var session = new SingleConnectionDataSource(backstage.url(), true);
        try {
            var jdbc = JdbcClient.create(session);
            jdbc.sql("set session_replication_role = replica").update();
            jdbc.sql(sql)
                    .param("store", store.value())
                    .param("conversation", conversation)
                    .update();
            jdbc.sql("analyze messaging.message").update();
        } finally {
            session.destroy();
        }
    }

    @BeforeEach
    void fill() {
        inBulk("""
                insert into messaging.message (store_id, id, conversation_id, channel_id, direction, author_kind, kind, text,
                    status, provider_at, number, created_at)
                select :store, gen_random_uuid(), :conversation, :store,
                    case when answers then 'Outbound' else 'Inbound' end, case when answers then 'Ai' else 'Customer' end,
                    'Text', 'text ' || i, case when answers then 'Read' end, at, i, at
                from generate_series(1, MESSAGES) as i
                cross join lateral (values (i % 2 = 0, timestamptz '2026-01-01' + i * interval '1 hour')) as m (answers, at)
                """.replace("MESSAGES", String.valueOf(MESSAGES + 1)));
    }

    @AfterEach
    void empty() {
        inBulk("delete from messaging.message where store_id = :store and conversation_id = :conversation");
    }

    @Test
    void what_is_unanswered_is_found_from_its_end() {
        assertThat(rowsFor(desk.unanswered(store, conversation, 20), 1)).isLessThan(FEW_ROWS);
    }

    @Test
    void its_newest_are_read_alone() {
        assertThat(rowsFor(inbox.newestMessages(store, conversation, 20), 20)).isLessThan(FEW_ROWS);
    }

    @Test
    void that_no_person_ever_answered_is_known_at_once() {
        assertThat(rowsFor(inbox.answered(store, conversation), 0)).isLessThan(FEW_ROWS);
    }

    /** How many rows of messages the query reads to answer so many. */
    private long rowsFor(Query<?> query, int answered) {
        return Objects.requireNonNull(CurrentTenant.in(
                store,
                () -> new TransactionTemplate(transactions).execute(_ -> {
                    var before = rowsRead();
                    assertThat(pipeline.ask(query).answer()).hasSize(answered);
                    return rowsRead() - before;
                })));
    }

    /** By this session so far, as far as it has not told others of it. */
    private long rowsRead() {
        return pipeline.ask(Query.number("""
                        select coalesce(sum(idx_tup_fetch + seq_tup_read), 0) from pg_stat_xact_user_tables
                        where relid = 'messaging.message'::regclass
                        """)).single();
    }
}
