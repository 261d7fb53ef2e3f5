package bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The recorded trips of an order, sent again by plain JDBC as the runtime role: what the database work alone costs. */
final class Bare implements Load.Client {

    private final Recorder.Taken like;
    private final List<Shops.Shop> shops;
    private final int offset;
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    /** What differs from order to order; the rest is set as it was recorded, at no cost of ours. */
    private final Set<Recorder.Setter> differing = Collections.newSetFromMap(new IdentityHashMap<>());

    Bare(Recorder.Taken like, List<Shops.Shop> shops, int offset) throws SQLException {
        this.like = like;
        this.shops = shops;
        this.offset = offset;
        this.connection = DriverManager.getConnection(like.url(), like.connection());
        connection.setAutoCommit(false);
        var probe = new Another(like, shops.getFirst());
        like.trips().stream()
                .flatMap(trip -> trip.setters().stream())
                .filter(setter -> !setter.method().getName().equals("setNull"))
                .filter(setter -> !Objects.deepEquals(setter.arguments()[1], probe.value(setter.arguments()[1])))
                .forEach(differing::add);
    }

    @Override
    public void once(int index) throws Exception {
        var another = new Another(like, shops.get((index + offset) % shops.size()));
        try {
            for (var trip : like.trips()) {
                send(trip, another);
            }
        } catch (SQLException failed) {
            connection.rollback();
            throw failed;
        }
    }

    private void send(Recorder.Trip trip, Another another) throws Exception {
        if (trip.sql().equals(Recorder.Trip.COMMIT)) {
            connection.commit();
            return;
        }
        if (!trip.prepared()) {
            try (var statement = connection.createStatement()) {
                statement.execute(another.text(trip.sql()));
            }
            return;
        }
        var statement = prepared.get(trip.sql());
        if (statement == null) {
            statement = connection.prepareStatement(trip.sql());
            prepared.put(trip.sql(), statement);
        }
        for (var setter : trip.setters()) {
            var arguments = setter.arguments();
            if (differing.contains(setter)) {
                arguments = arguments.clone();
                arguments[1] = another.value(arguments[1]);
            }
            setter.method().invoke(statement, arguments);
        }
        read(statement);
    }

    /** Takes every row of every part, as whoever asked would. */
    static void read(PreparedStatement statement) throws SQLException {
        var rows = statement.execute();
        while (rows || statement.getUpdateCount() != -1) {
            if (rows) {
                try (var result = statement.getResultSet()) {
                    while (result.next()) {
                        result.getString(1);
                    }
                }
            }
            rows = statement.getMoreResults();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
