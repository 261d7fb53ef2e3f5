package iq.sendy.platform.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.core.StatementCreatorUtils;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.jdbc.core.namedparam.ParsedSql;
import org.springframework.stereotype.Component;
import org.springframework.util.ConcurrentLruCache;

/**
 * Query pipelining. Sends statements that do not need each other's answers in one trip. They run in the order given,
 * behind one Sync; each part sees what was committed when it began, and the first error stops the rest.
 */
@Component
public class Pipeline {

    /** More than there are texts, with what lists add to theirs. */
    private static final int MOST_PARSED = 4_096;

    private final JdbcTemplate jdbc;
    private final KeptPlans keptPlans = new KeptPlans();
    private final ConcurrentLruCache<String, ParsedSql> parsed =
            new ConcurrentLruCache<>(MOST_PARSED, NamedParameterUtils::parseSqlStatement);

    Pipeline(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A trip that nothing is on yet. */
    public Trip open() {
        return new Trip(this::send);
    }

    /** Sends one query on a trip of its own, and answers it with its rows. */
    public <R> Query<R> ask(Query<R> query) {
        send(query);
        return query;
    }

    public void send(Query<?>... parts) {
        send(List.of(parts));
    }

    /** What is answered already is left out. */
    public void send(List<? extends Query<?>> all) {
        send(all, Pipeline::execute);
    }

    /** As {@link #send}, where the parts begin and commit a transaction themselves: if one fails, that is rolled back. */
    public void sendWhole(List<? extends Query<?>> all) {
        send(all, whole(Pipeline::execute));
    }

    /**
     * As {@link #sendWhole}, where the parts commit a transaction that begins with an opening. What its text says is said by no
     * parameter and differs each time; so it has a trip of its own, and the texts of the parts keep their plans.
     */
    public void sendWhole(String opening, List<? extends Query<?>> all) {
        var parts = unanswered(all);
        var values = new ArrayList<@Nullable Object>();
        var text = text(parts, values);
        ConnectionCallback<@Nullable Void> callback = connection -> {
            // BEGIN rides along with the opening.
            connection.setAutoCommit(false);
            try (var open = connection.createStatement();
                    var statement = connection.prepareStatement(text)) {
                open.execute(opening);
                whole(Pipeline::execute).of(statement, parts, values);
            } finally {
                connection.setAutoCommit(true);
            }
            return null;
        };
        jdbc.execute(callback);
    }

    private interface Execution {

        void of(PreparedStatement statement, List<? extends Query<?>> parts, List<@Nullable Object> values)
                throws SQLException;
    }

    private void send(List<? extends Query<?>> all, Execution execution) {
        var parts = keptPlans.renewed(unanswered(all));
        if (parts.isEmpty()) {
            return;
        }
        var values = new ArrayList<@Nullable Object>();
        PreparedStatementCallback<@Nullable Void> callback = statement -> {
            execution.of(statement, parts, values);
            return null;
        };
        jdbc.execute(text(parts, values), callback);
    }

    private static List<? extends Query<?>> unanswered(List<? extends Query<?>> all) {
        return all.stream().filter(part -> !part.isAnswered()).toList();
    }

    /** One text of all parts, whose values are added to those of before. */
    private String text(List<? extends Query<?>> parts, List<@Nullable Object> values) {
        var text = new StringBuilder();
        for (var part : parts) {
            if (!text.isEmpty()) {
                text.append(";\n");
            }
            append(part, text, values);
        }
        return text.toString();
    }

    /** What has no parameters is not parsed: it may name a store, and a text of each would be kept. */
    private void append(Query<?> part, StringBuilder text, List<@Nullable Object> values) {
        if (part.parameters().isEmpty()) {
            text.append(part.sql());
            return;
        }
        var statement = parsed.get(part.sql());
        var source = new MapSqlParameterSource(part.parameters());
        text.append(NamedParameterUtils.substituteNamedParameters(statement, source));
        Collections.addAll(values, NamedParameterUtils.buildValueArray(statement, source, null));
    }

    private static Execution whole(Execution body) {
        return (PreparedStatement statement, List<? extends Query<?>> parts, List<@Nullable Object> values) -> {
            try {
                body.of(statement, parts, values);
            } catch (SQLException | RuntimeException failed) {
                try (var rollback = statement.getConnection().createStatement()) {
                    rollback.execute("rollback");
                } catch (SQLException broken) {
                    failed.addSuppressed(broken);
                }
                throw failed;
            }
        };
    }

    private static void execute(
            PreparedStatement statement, List<? extends Query<?>> parts, List<@Nullable Object> values)
            throws SQLException {
        for (var i = 0; i < values.size(); i++) {
            StatementCreatorUtils.setParameterValue(statement, i + 1, SqlTypeValue.TYPE_UNKNOWN, values.get(i));
        }
        var hasRows = statement.execute();
        for (var i = 0; i < parts.size(); i++) {
            if (i > 0) {
                hasRows = statement.getMoreResults();
            }
            if (hasRows) {
                try (var rows = statement.getResultSet()) {
                    read(parts.get(i), rows);
                }
            } else {
                parts.get(i).answered(List.of());
            }
        }
    }

    private static <R> void read(Query<R> part, ResultSet rows) throws SQLException {
        var records = new ArrayList<R>();
        while (rows.next()) {
            records.add(part.mapper().mapRow(rows, records.size()));
        }
        part.answered(records);
    }
}
