package iq.sendy.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Scenario;
import iq.sendy.World.Backstage;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.json.JsonMapper;

/** What lists of an inbox cost when it holds a hundred thousand conversations: counted in blocks, not in time. */
@Scenario
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LargeInboxTest {

    private static final int CONVERSATIONS = 100_000;

    /** A page of twenty, with the index blocks that lead to each row. */
    private static final long FEW_BLOCKS = 400;

    private static final UUID STORE = UUID.fromString("01a22808-0000-7000-8000-000000000001");

    @Autowired
    Backstage backstage;

    /**
     * Rows are written and deleted by a session of its own that does not check what refers to them: each row was looked up in
     * seven tables, by plans that were made while those had a page or none, and that took seconds or minutes.
     */
    private void inBulk(Consumer<JdbcClient> work) {
        var session = new SingleConnectionDataSource(backstage.url(), true);
        try {
            var jdbc = JdbcClient.create(session);
            jdbc.sql("set session_replication_role = replica").update();
            work.accept(jdbc);
        } finally {
            session.destroy();
        }
    }

    @BeforeAll
    void fill() {
        inBulk(jdbc -> {
            jdbc.sql("""
                        with n as (
                            select i, md5('contact ' || i)::uuid as contact, md5('conversation ' || i)::uuid as conversation,
                                timestamptz '2026-01-01' + i * interval '1 minute' as at
                            from generate_series(1, :many) as i
                        ), contacts as (
                            insert into messaging.contact (store_id, id, name, name_folded, created_at, updated_at)
                            select :store, contact, 'name ' || i, 'name ' || i, at, at from n
                        )
                        insert into messaging.conversation (store_id, id, channel_id, channel_type, contact_id, status,
                            unread_count, last_message_at, waiting_since, assigned_user_id, created_at, updated_at)
                        select :store, conversation, :store, 'WhatsApp', contact,
                            case when i % 1000 = 0 then 'Open' else 'Resolved' end, case when i % 1000 = 0 then 1 else 0 end,
                            at, case when i % 1000 = 0 then at end, case when i % 500 = 0 then :store end, at, at
                        from n
                        """).param("store", STORE).param("many", CONVERSATIONS).update();
            jdbc.sql("analyze messaging.conversation, messaging.contact").update();
        });
    }

    @AfterAll
    void empty() {
        inBulk(jdbc -> {
            for (var table : List.of("conversation", "contact")) {
                jdbc.sql("delete from messaging." + table + " where store_id = :store")
                        .param("store", STORE)
                        .update();
            }
            jdbc.sql("vacuum analyze messaging.conversation, messaging.contact").update();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true | c.created_at desc, c.id desc",
                "(c.created_at, c.id) < (timestamptz '2026-02-01', '00000000-0000-0000-0000-000000000000') | c.created_at desc, c.id desc",
                "c.last_message_at is not null and (c.last_message_at, c.id) < (timestamptz '2026-02-01', '00000000-0000-0000-0000-000000000000') | c.last_message_at desc, c.id desc",
                "c.waiting_since is not null and (c.waiting_since, c.id) > (timestamptz '2026-02-01', '00000000-0000-0000-0000-000000000000') | c.waiting_since, c.id",
                "c.status = 'Open' | c.created_at desc, c.id desc",
                "c.assigned_user_id = '01a22808-0000-7000-8000-000000000001' | c.created_at desc, c.id desc",
                "c.unread_count > 0 | c.created_at desc, c.id desc",
                "c.snoozed_until > now() | c.created_at desc, c.id desc",
            })
    void a_page_reads_a_few_blocks_wherever_it_begins(String condition, String order) {
        var explained = backstage
                .jdbc()
                .sql("explain (analyze, buffers, format json) select c.id, p.name from messaging.conversation as c"
                        + " join messaging.contact as p on p.store_id = c.store_id and p.id = c.contact_id"
                        + " left join messaging.message as m on m.store_id = c.store_id and m.id = c.last_message_id"
                        + " where c.store_id = '" + STORE
                        + "' and (c.snoozed_until is null or c.snoozed_until <= now() or "
                        + condition.contains("snoozed") + ") and " + condition + " order by " + order + " limit 21")
                .query(String.class)
                .single();
        var plan = JsonMapper.shared().readTree(explained).get(0).get("Plan");

        assertThat(plan.get("Shared Hit Blocks").longValue()
                        + plan.get("Shared Read Blocks").longValue())
                .as(explained)
                .isLessThan(FEW_BLOCKS);
    }
}
