package iq.sendy.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import iq.sendy.Scenario;
import iq.sendy.World.Backstage;
import iq.sendy.jobs.Schedule;
import iq.sendy.kernel.StoreId;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was told on live streams is forgotten in every store. */
@Scenario
class PurgeStreamTest {

    @Autowired
    InboxStream stream;

    @Autowired
    List<Schedule> schedules;

    @Autowired
    Backstage backstage;

    @Test
    void a_store_whose_rows_others_hold_keeps_no_other_from_forgetting() throws SQLException {
        var both = List.of(tells(), tells());
        var listed = stream.toldSince(Instant.now().minus(Duration.ofHours(1))).stream()
                .filter(both::contains)
                .toList();
        // Too young for the run that may be due at this moment.
        var inAnHour = Instant.now().plus(Duration.ofHours(1));
        try (var other = DriverManager.getConnection(backstage.url())) {
            other.setAutoCommit(false);
            try (var hold =
                    other.prepareStatement("select from messaging.stream_event where store_id = ? for update")) {
                hold.setObject(1, listed.getFirst().value());
                hold.execute();
            }
            assertThatThrownBy(() -> forgets().run(inAnHour)).isInstanceOf(IllegalStateException.class);
        }

        assertThat(told(listed.getFirst())).isOne();
        assertThat(told(listed.getLast())).isZero();
    }

    private Schedule forgets() {
        return schedules.stream()
                .filter(schedule -> schedule.name().equals("messaging.forget-stream"))
                .findFirst()
                .orElseThrow();
    }

    private StoreId tells() {
        var store = new StoreId(UUID.randomUUID());
        for (var sql :
                List.of("""
                insert into messaging.stream_event (store_id, seq, kind, conversation_id, created_at)
                values (:store, 1, 'conversation', gen_random_uuid(), now())
                """, "insert into messaging.stream_head (store_id, seq, told_at) values (:store, 1, now())")) {
            backstage.jdbc().sql(sql).param("store", store.value()).update();
        }
        return store;
    }

    private long told(StoreId store) {
        return backstage
                .jdbc()
                .sql("select count(*) from messaging.stream_event where store_id = :store")
                .param("store", store.value())
                .query(Long.class)
                .single();
    }
}
