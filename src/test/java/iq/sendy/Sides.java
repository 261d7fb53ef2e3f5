package iq.sendy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Requests whose trips to the database wait for permits. It stands behind the filter that looks at the credential, so that
 * a step is what the operation does and what an {@code Idempotency-Key} and the retries add to it.
 */
public final class Sides extends OncePerRequestFilter implements Trips.Gate {

    public static final String HEADER = "X-Side";

    private static final ThreadLocal<@Nullable Side> RUNNING = new ThreadLocal<>();

    private final ConcurrentMap<String, Side> known = new ConcurrentHashMap<>();

    /** A new side by its name, which its request says in {@link #HEADER}. */
    public record Named(String name, Side side) {}

    public Named next() {
        var named = new Named(UUID.randomUUID().toString(), new Side());
        known.put(named.name(), named.side());
        return named;
    }

    public void forget(Named named) {
        known.remove(named.name());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var name = request.getHeader(HEADER);
        if (name == null) {
            chain.doFilter(request, response);
            return;
        }
        RUNNING.set(known.get(name));
        try {
            chain.doFilter(request, response);
        } finally {
            RUNNING.remove();
        }
    }

    @Override
    public void before(Connection connection, String trip) throws SQLException {
        var side = RUNNING.get();
        if (side != null) {
            side.arrives(connection.unwrap(PGConnection.class).getBackendPID(), trip, connection.getAutoCommit());
        }
    }
}
