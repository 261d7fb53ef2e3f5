package iq.sendy;

import iq.sendy.platform.database.BackgroundWork;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Refuses a thread a second connection, and counts the trips to the database that requests cost. Each execute, batch, commit
 * and rollback is one send and one wait; BEGIN rides along with the first execute, and a commit of nothing sends nothing. It
 * stands above the pool, so what the pool asks a rested connection is not seen: a budget is read warm.
 */
public final class Trips implements BeanPostProcessor {

    public static final String COMMIT = "commit";
    public static final String ROLLBACK = "rollback";

    private static final String POOL = "dataSource";

    /** Threads that serve requests; what is noted or swept beside them is nobody's trip. */
    private static final String SERVING = "tomcat-handler-";

    /** Who stands behind a credential is looked up by this class; a budget is read with the credential at hand. */
    private static final String CREDENTIALS = "iq.sendy.access.CredentialCache";

    /** Whether a thread has a connection: with few of them, nobody may need two. */
    private final ThreadLocal<Boolean> holding = ThreadLocal.withInitial(() -> false);

    private final ReentrantLock one = new ReentrantLock();
    private volatile @Nullable Queue<String> running;
    private volatile Gate gate = (_, _) -> {};

    /** Asked before each trip; what it does not answer does not go. */
    @FunctionalInterface
    public interface Gate {

        void before(Connection connection, String trip) throws SQLException;
    }

    /** From now on every trip comes by this gate. */
    void guardedBy(Gate guard) {
        gate = guard;
    }

    /** The texts of the trips that requests cost while the work runs, in their order; no other test may run beside it. */
    public List<String> during(Runnable work) {
        one.lock();
        try {
            var recorded = new ConcurrentLinkedQueue<String>();
            running = recorded;
            work.run();
            return List.copyOf(recorded);
        } finally {
            running = null;
            one.unlock();
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return name.equals(POOL) && bean instanceof DataSource pool ? new Watched(pool) : bean;
    }

    private void makes(Connection connection, String text) throws SQLException {
        gate.before(connection, text);
        var recording = running;
        if (recording != null && Thread.currentThread().getName().startsWith(SERVING) && !looksUpCredential()) {
            recording.add(text);
        }
    }

    /** What is remembered of a credential is read anew after seconds, which on a busy machine pass in any test. */
    private static boolean looksUpCredential() {
        return StackWalker.getInstance()
                .walk(frames -> frames.anyMatch(frame -> frame.getClassName().equals(CREDENTIALS)));
    }

    private final class Watched extends DelegatingDataSource {

        Watched(DataSource pool) {
            super(pool);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (BackgroundWork.isHere()) {
                return watched(super.getConnection());
            }
            if (holding.get()) {
                throw new IllegalStateException("Who waits for a second connection holds up the others with the first");
            }
            var connection = watched(super.getConnection());
            holding.set(true);
            return connection;
        }
    }

    private Connection watched(Connection connection) {
        var open = new AtomicBoolean();
        return proxy(Connection.class, (_, method, arguments) -> {
            switch (method.getName()) {
                case COMMIT, ROLLBACK -> {
                    if (open.getAndSet(false)) {
                        makes(connection, method.getName());
                    }
                }
                case "createStatement" -> {
                    var statement = (Statement) Objects.requireNonNull(through(connection, method, arguments));
                    return watched(Statement.class, connection, statement, "", open);
                }
                case "prepareStatement" -> {
                    var statement = (PreparedStatement) Objects.requireNonNull(through(connection, method, arguments));
                    return watched(PreparedStatement.class, connection, statement, first(arguments), open);
                }
                case "close" -> {
                    if (!BackgroundWork.isHere()) {
                        holding.remove();
                    }
                }
                default -> {}
            }
            return through(connection, method, arguments);
        });
    }

    private <S extends Statement> S watched(
            Class<S> type, Connection connection, S statement, String prepared, AtomicBoolean open) {
        return proxy(type, (_, method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                open.set(true);
                makes(connection, prepared.isEmpty() ? first(arguments) : prepared);
            } else if (method.getName().equals("getParameterMetaData")) {
                // The driver asks the server, which is easily overlooked.
                makes(connection, "describe " + prepared);
            }
            return through(statement, method, arguments);
        });
    }

    private static String first(@Nullable Object @Nullable [] arguments) {
        return arguments == null || arguments.length == 0 ? "" : String.valueOf(arguments[0]);
    }

    private static @Nullable Object through(Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getTargetException();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(Trips.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
