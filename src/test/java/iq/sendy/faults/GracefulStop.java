package iq.sendy.faults;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Shop;
import iq.sendy.Waiting;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** A stop that was asked for: what was accepted is answered, then everything ends, the database last. */
final class GracefulStop {

    private static final int IN_FLIGHT = 8;

    private GracefulStop() {}

    /** Stops it with orders under way. */
    static void answersAndEnds(SendyProcess sendy, Path directory) throws SQLException {
        var api = sendy.ready();
        var shop = Shop.opens(api);
        shop.placesOne();
        var postmaster = sendy.postmaster().orElseThrow();

        try (var threads = Executors.newFixedThreadPool(IN_FLIGHT);
                var superuser = DriverManager.getConnection(sendy.databaseUrl())) {
            holdCounters(superuser, shop.storeId());
            var replies = IntStream.range(0, IN_FLIGHT)
                    .mapToObj(_ -> CompletableFuture.supplyAsync(() -> shop.places(Shop.order()), threads))
                    .toList();
            Waiting.until("all orders wait for the counter", () -> waiting(superuser) >= IN_FLIGHT);

            sendy.terminate();
            Waiting.until("nobody else is let in", () -> refuses(URI.create(api.base())));
            superuser.rollback();

            assertThat(replies.stream().map(CompletableFuture::join).map(Api.Reply::status))
                    .containsOnly(200);
        }

        sendy.ended(Duration.ofSeconds(25));
        Waiting.until("PostgreSQL has ended", () -> !Kill.runs(postmaster));
        assertThat(Files.exists(directory.resolve("pgdata/postmaster.pid"))).isFalse();
        assertThat(said(sendy))
                .satisfiesExactly(
                        starts ->
                                assertThat(starts).startsWith("Sendy from its classes starts: process " + sendy.pid()),
                        listens -> assertThat(listens).startsWith("Sendy listens on http://localhost:"),
                        stops -> assertThat(stops).startsWith("Sendy stops: what it has accepted is answered first"),
                        stopped -> assertThat(stopped).isEqualTo("Sendy has stopped"));
        assertThat(sendy.log().lines().filter(line -> line.contains("level=WARN")))
                .isEmpty();
    }

    /** Its messages, without the lines of its requests. */
    private static List<String> said(SendyProcess sendy) {
        return sendy.log()
                .lines()
                .filter(line -> !line.contains("logger=iq.sendy.requests"))
                .map(line -> line.substring(line.indexOf("msg=\"") + 5, line.length() - 1))
                .toList();
    }

    private static boolean refuses(URI base) {
        try (var socket = new Socket(base.getHost(), base.getPort())) {
            return !socket.isConnected();
        } catch (IOException refused) {
            return true;
        }
    }

    /** Whoever wants the store's next number waits until this is rolled back. */
    private static void holdCounters(Connection superuser, String store) throws SQLException {
        superuser.setAutoCommit(false);
        try (var statement = superuser.prepareStatement(
                "select 1 from platform.store_counter where store_id = ?::uuid and name = 'order' for update")) {
            statement.setString(1, store);
            assertThat(statement.executeQuery().next()).isTrue();
        }
    }

    private static int waiting(Connection superuser) {
        try (var statement = superuser.createStatement();
                var row = statement.executeQuery("select count(distinct pid) from pg_locks where not granted")) {
            return row.next() ? row.getInt(1) : 0;
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }
}
