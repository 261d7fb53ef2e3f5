package iq.sendy.messaging;

import static iq.sendy.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.World.Backstage;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;

/** Members who are removed while a conversation is given to them, in either order: nobody has it who is gone. */
@Scenario
class LeavingMembersTest {

    @Autowired
    Api api;

    @Autowired
    Backstage backstage;

    private Inbox inbox;
    private String conversation;
    private String member;

    @BeforeEach
    void open() {
        inbox = Inbox.opens(api, backstage);
        conversation = inbox.begins("زينب", "9647701234567");
        inbox.receives(conversation, "سلام", 10);
        member = inbox.hires("store.conversations.view");
    }

    private int removes() {
        return inbox.owner.delete(Api.STAFF + "/staff/" + member).status();
    }

    private Api.Reply assigns() {
        return inbox.does(conversation, "assign", Api.object().put("userId", member));
    }

    /** Both wait before their commit, for the store's place in the log of changes, or the second for the first. */
    private void oneBehindTheOther(Runnable first, Runnable second) throws SQLException {
        try (var connection = DriverManager.getConnection(backstage.url())) {
            var holder = connection.unwrap(PGConnection.class).getBackendPID();
            connection.setAutoCommit(false);
            try (var lock = connection.prepareStatement(
                    "select 1 from platform.store_counter where store_id = ?::uuid and name = 'audit' for update")) {
                lock.setString(1, inbox.shop.storeId());
                lock.execute();
            }
            var one = CompletableFuture.runAsync(first);
            until("the first waits", () -> waitFor(holder) >= 1);
            var other = CompletableFuture.runAsync(second);
            until("both wait", () -> waitFor(holder) >= 2);
            connection.rollback();
            CompletableFuture.allOf(one, other).join();
        }
    }

    /** How many wait for the holder, or for one who does. */
    private long waitFor(int holder) {
        return backstage
                .jdbc()
                .sql("""
                        with waiting as (
                            select a.pid, pg_blocking_pids(a.pid) as others from pg_stat_activity as a
                            where a.wait_event_type = 'Lock'
                        )
                        select count(*) from waiting as w
                        where :holder = any (w.others)
                            or exists (select from waiting as v where v.pid = any (w.others) and :holder = any (v.others))
                        """)
                .param("holder", holder)
                .query(Long.class)
                .single();
    }

    @Test
    void who_is_being_removed_is_given_nothing() throws SQLException {
        oneBehindTheOther(
                () -> assertThat(removes()).isEqualTo(200),
                () -> assertThat(assigns().faults()).containsExactly("userId user.unknown"));

        assertThat(inbox.shows(conversation).get("assignedUserId").isNull()).isTrue();
    }

    @Test
    void who_is_removed_while_they_are_given_something_leaves_it() throws SQLException {
        oneBehindTheOther(
                () -> assertThat(assigns().status()).isEqualTo(200),
                () -> assertThat(removes()).isEqualTo(200));

        assertThat(inbox.shows(conversation).get("assignedUserId").isNull()).isTrue();
    }
}
