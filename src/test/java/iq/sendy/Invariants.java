package iq.sendy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What must hold whatever happened: the rows of {@code invariants.sql} and {@code figures.sql}, of which there are none
 * when all is well.
 */
public final class Invariants {

    private static final String SQL = read("/invariants.sql");
    private static final String FIGURES = read("/figures.sql");

    private Invariants() {}

    /**
     * Something that does not hold.
     *
     * @param thing the row, order or code that shows it
     */
    public record Broken(UUID storeId, String broken, String thing) {}

    /** Ledger, counters, orders, codes, money and customers of these stores agree. */
    public static void hold(JdbcClient backstage, UUID... stores) {
        assertThat(broken(backstage, List.of(stores))).isEmpty();
    }

    /** As {@link #hold}, in every store that there is. */
    public static void holdEverywhere(JdbcClient backstage) {
        var stores = backstage
                .sql("select id from stores.store")
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
        assertThat(broken(backstage, stores)).isEmpty();
    }

    /** All that does not hold in these stores; asked once for many, it costs little for each. */
    public static List<Broken> broken(JdbcClient backstage, Collection<UUID> stores) {
        return Stream.concat(broken(backstage, SQL, stores).stream(), broken(backstage, FIGURES, stores).stream())
                .toList();
    }

    /** The figures of these stores that are not those of a plain recount. */
    public static List<Broken> drifted(JdbcClient backstage, Collection<UUID> stores) {
        return broken(backstage, FIGURES, stores);
    }

    private static List<Broken> broken(JdbcClient backstage, String sql, Collection<UUID> stores) {
        return backstage
                .sql(sql)
                .param("stores", stores.toArray(UUID[]::new))
                .query((row, _) -> new Broken(
                        row.getObject("store_id", UUID.class), row.getString("broken"), row.getString("thing")))
                .list();
    }

    private static String read(String name) {
        try (var file = Objects.requireNonNull(Invariants.class.getResourceAsStream(name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
