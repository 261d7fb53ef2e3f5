package iq.sendy.faults;

import iq.sendy.Api;
import iq.sendy.ExternalPostgres;
import iq.sendy.Shop;
import iq.sendy.Waiting;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two processes on one database, which may speak to loopback, and how long they wait for each other's deliveries. */
final class Pair implements AutoCloseable {

    private final Fleet fleet = new Fleet();
    private final ExternalPostgres database;
    private final Map<String, String> settings;
    private final List<SendyProcess> processes;
    private final List<Api> servers = new ArrayList<>();

    /** @param more settings of both */
    Pair(Duration lease, Map<String, String> more) throws IOException, SQLException {
        database = fleet.database();
        settings = new HashMap<>(database.settings());
        settings.put("SENDY_EGRESS_ALLOW", "127.0.0.1/32");
        settings.put("SENDY_WEBHOOKS_LEASE", lease.toSeconds() + "s");
        settings.putAll(more);
        processes = new ArrayList<>(Shop.atOnce(2, _ -> fleet.starts(fleet.emptyDirectory(), settings)));
        processes.forEach(process -> servers.add(process.ready()));
    }

    SendyProcess process(int which) {
        return processes.get(which);
    }

    Api server(int which) {
        return servers.get(which);
    }

    Api[] both() {
        return servers.toArray(Api[]::new);
    }

    /** Another one in the place of one that is dead; it is served once it is ready. */
    void replace(int which) {
        processes.set(which, fleet.starts(fleet.emptyDirectory(), settings));
        servers.set(which, processes.get(which).ready());
    }

    JdbcClient backstage() {
        return database.backstage();
    }

    long count(String sql) {
        return backstage().sql(sql).query(Long.class).single();
    }

    /**
     * Waits until the database is done with what it is at now: of a process that was just frozen, with all that it has been
     * told. What waits for a lock waits for one who is told nothing now; what waits for its client, in the middle of what that
     * one was sending, will never be told the rest.
     */
    void settles() {
        var underWay = backstage()
                .sql("""
                        select pid || ' ' || xact_start from pg_stat_activity
                        where state = 'active' and backend_type = 'client backend' and usename <> current_user""")
                .query((row, _) -> String.valueOf(row.getString(1)))
                .list();
        Waiting.until(
                "the database is done with what it was told",
                () -> backstage()
                                .sql("""
                                select count(*) from pg_stat_activity
                                where state = 'active' and coalesce(wait_event_type, '') not in ('Lock', 'Client')
                                    and pid || ' ' || xact_start = any (?)""")
                                .param(underWay.toArray(String[]::new))
                                .query(Long.class)
                                .single()
                        == 0);
    }

    /** How many jobs a process has taken and not ended; a dead one's are another's when they are taken over. */
    long heldBy(long pid) {
        return count("select count(*) from jobs.job where owner like '" + pid + "-%'");
    }

    /** Which those are; a delivery's job has its id. */
    List<UUID> jobsOf(long pid) {
        return backstage()
                .sql("select id from jobs.job where owner like :owner")
                .param("owner", pid + "-%")
                .query((row, _) -> Objects.requireNonNull(row.getObject(1, UUID.class)))
                .list();
    }

    @Override
    public void close() {
        fleet.close();
    }
}
