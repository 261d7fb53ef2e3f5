package iq.sendy.catalog;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Scenario;
import iq.sendy.Waiting;
import iq.sendy.World.Backstage;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Processes of two releases beside each other: whoever changes the tree of categories or the default package size waits for
 * who does so in the other one, which holds a row of its own.
 */
@Scenario
class CatalogLockTest {

    /** As the release before took it, and as this one's processes take it. */
    private static final String FORMER = """
            insert into catalog.turn (store_id, name) values (?::uuid, ?)
            on conflict (store_id, name) do update set name = excluded.name
            """;

    private static final String PRESENT = """
            insert into platform.store_counter as c (store_id, name, value) values (?::uuid, 'catalog.' || ?, 0)
            on conflict (store_id, name) do update set value = c.value
            """;

    @Autowired
    Api api;

    @Autowired
    Backstage backstage;

    private Goods goods;

    @BeforeEach
    void open() {
        goods = Goods.opens(api);
    }

    @ParameterizedTest
    @ValueSource(strings = {FORMER, PRESENT})
    void the_tree_waits_for_another_process_of_either_release(String lock) throws SQLException {
        var top = made("/categories", Api.object().put("name", "top"));
        var other = made("/categories", Api.object().put("name", "other"));

        waits(
                lock,
                "categories",
                () -> goods.post(
                        "/categories", Api.object().put("name", "below").put("parentCategoryId", top)));
        waits(
                lock,
                "categories",
                () -> goods.put("/categories/" + top, Api.object().put("parentCategoryId", other)));
        waits(lock, "categories", () -> goods.delete("/categories/" + made("/categories", "{\"name\":\"x\"}")));
    }

    @ParameterizedTest
    @ValueSource(strings = {FORMER, PRESENT})
    void the_default_package_size_waits_for_another_process_of_either_release(String lock) throws SQLException {
        var small = made("/package-sizes", "{\"name\":\"small\"}");

        waits(lock, "package_sizes", () -> goods.post("/package-sizes", "{\"name\":\"large\",\"isDefault\":true}"));
        waits(lock, "package_sizes", () -> goods.put("/package-sizes/" + small, "{\"isDefault\":true}"));
        waits(lock, "package_sizes", () -> goods.delete("/package-sizes/" + small));
    }

    private String made(String path, Object body) {
        return well(goods.post(path, body)).data("id");
    }

    private void waits(String lock, String name, Supplier<Api.Reply> change) throws SQLException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var other = DriverManager.getConnection(backstage.url())) {
            other.setAutoCommit(false);
            take(other, lock, name);
            var reply = CompletableFuture.supplyAsync(change, threads);
            Waiting.until("it waits for the other process", () -> {
                assertThat(reply).isNotDone();
                return isWaitedFor(other);
            });
            other.rollback();
            well(reply.join());
        }
    }

    private void take(Connection other, String lock, String name) throws SQLException {
        try (var statement = other.prepareStatement(lock)) {
            statement.setObject(1, UUID.fromString(goods.shop().storeId()));
            statement.setString(2, name);
            statement.executeUpdate();
        }
    }

    private static boolean isWaitedFor(Connection other) {
        try (var statement = other.createStatement();
                var row = statement.executeQuery("""
                        select exists (
                            select from pg_stat_activity where pg_backend_pid() = any (pg_blocking_pids(pid)))
                        """)) {
            return row.next() && row.getBoolean(1);
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }
}
