package bench;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.function.LongFunction;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Takes down what one order sends to the database, by a second Sendy in this JVM on the same database whose pool is
 * watched. So the bare line sends what the product sends, whatever that has become.
 */
final class Recorder implements BeanPostProcessor {

    /** A trip: a text with how its parameters were set, or a commit. */
    record Trip(String sql, boolean prepared, List<Setter> setters) {

        static final String COMMIT = "commit";
    }

    /** A call such as {@code setObject(3, value)}. */
    record Setter(Method method, Object[] arguments) {}

    /** An order as it was sent, with what the driver was told when it connected. */
    record Taken(
            Shops.Shop shop,
            String orderId,
            String publicId,
            String phone,
            List<Shops.Product> products,
            OffsetDateTime at,
            List<Trip> trips,
            String url,
            Properties connection) {}

    /** The credential is at hand from the third request on, and settings are. */
    private static final int WARM = 5;

    private final List<Trip> trips = new ArrayList<>();
    private final Properties connection = new Properties();
    private volatile boolean recording;

    private Recorder() {}

    /** An order by value, one of three products, and one of which a subscription hears: each of a store of its own. */
    record All(Taken value, Taken lines, Taken told) {}

    static All record(Server server, Receiver receiver) throws IOException, SQLException {
        return beside(server, (recorder, wire) -> {
            var plain = Shops.open(wire, 9_997);
            var stocked = Shops.stock(server, wire, Shops.open(wire, 9_998));
            var telling = Shops.stock(server, wire, Shops.open(wire, 9_999));
            // Nobody sends its events, so that their rows stay as the order wrote them until they are read.
            server.told("insert into jobs.paused_store values ('" + telling.id() + "', now())");
            Hooks.open(wire, receiver, telling, "/recorded");
            return new All(
                    recorder.recordOne(wire, server, plain, number -> Shops.place(plain, number)),
                    recorder.recordOne(wire, server, stocked, number -> Shops.placeThree(stocked, number)),
                    recorder.recordOne(wire, server, telling, number -> Shops.placeThree(telling, number)));
        });
    }

    /** What one request sends to the database once all that is kept is at hand. */
    static List<Trip> trips(Server server, int status, LongFunction<byte[]> request) throws IOException, SQLException {
        return beside(server, (recorder, wire) -> {
            for (var number = 0; number < WARM; number++) {
                recorder.trips.clear();
                recorder.recording = true;
                var answered = wire.send(request.apply(number));
                recorder.recording = false;
                if (answered != status) {
                    throw new IOException(answered + " " + wire.body());
                }
            }
            return List.copyOf(recorder.trips);
        });
    }

    private interface Recording<T> {
        T of(Recorder recorder, Wire wire) throws IOException, SQLException;
    }

    private static <T> T beside(Server server, Recording<T> recording) throws IOException, SQLException {
        var recorder = new Recorder();
        return Beside.run(
                server,
                context -> context.getBeanFactory().addBeanPostProcessor(recorder),
                (_, port) -> {
                    try (var wire = new Wire(port)) {
                        return recording.of(recorder, wire);
                    }
                });
    }

    private Taken recordOne(Wire wire, Server server, Shops.Shop shop, LongFunction<byte[]> order)
            throws IOException {
        OffsetDateTime at;
        String placed;
        var number = 0;
        do {
            // Until the credential is at hand, and the order's transaction is the only one.
            trips.clear();
            at = OffsetDateTime.now();
            recording = true;
            placed = Shops.ask(wire, order.apply(number++));
            recording = false;
        } while (number < 6 || trips.stream().filter(trip -> trip.sql().equals(Trip.COMMIT)).count() > 1);
        var answer = placed.substring(placed.indexOf("\"data\":"));
        return new Taken(
                shop,
                Shops.text(answer, "id"),
                Shops.text(answer, "publicId"),
                Shops.text(answer, "customerPhone"),
                shop.products().stream()
                        .filter(product -> answer.contains("\"" + product.sku() + "\""))
                        .sorted(Comparator.comparing(product -> product.item().toString()))
                        .toList(),
                at,
                List.copyOf(trips),
                server.databaseUrl(),
                connection);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!name.equals("dataSource") || !(bean instanceof javax.sql.DataSource source)) {
            return bean;
        }
        var pool = requests(source);
        connection.putAll(pool.getDataSourceProperties());
        connection.setProperty("user", pool.getUsername());
        connection.setProperty("password", pool.getPassword());
        return new DelegatingDataSource(source) {
            @Override
            public Connection getConnection() throws SQLException {
                return watched(super.getConnection());
            }
        };
    }

    private static com.zaxxer.hikari.HikariDataSource requests(javax.sql.DataSource source) {
        try {
            return source.unwrap(com.zaxxer.hikari.HikariDataSource.class);
        } catch (SQLException other) {
            throw new IllegalStateException(other);
        }
    }

    private void took(Trip trip) {
        if (recording && Thread.currentThread().getName().startsWith("tomcat-handler-")) {
            trips.add(trip);
        }
    }

    private Connection watched(Connection connection) {
        return proxy(Connection.class, (_, method, arguments) -> switch (method.getName()) {
            case "commit" -> {
                took(new Trip(Trip.COMMIT, false, List.of()));
                yield through(connection, method, arguments);
            }
            case "createStatement" -> watched((Statement) through(connection, method, arguments));
            case "prepareStatement" ->
                watched((PreparedStatement) through(connection, method, arguments), (String) arguments[0]);
            default -> through(connection, method, arguments);
        });
    }

    private Statement watched(Statement statement) {
        return proxy(Statement.class, (_, method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                took(new Trip((String) arguments[0], false, List.of()));
            }
            return through(statement, method, arguments);
        });
    }

    private PreparedStatement watched(PreparedStatement statement, String sql) {
        var setters = new ArrayList<Setter>();
        return proxy(PreparedStatement.class, (_, method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                took(new Trip(sql, true, List.copyOf(setters)));
            } else if (method.getName().startsWith("set") && arguments.length > 1) {
                setters.add(new Setter(method, arguments.clone()));
            }
            return through(statement, method, arguments);
        });
    }

    private static Object through(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getTargetException();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(Recorder.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
