package iq.sendy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a statement of Sendy may look like, so that it keeps to one store and runs on a shard as it does here.
 *
 * @param tenantTables with their schemas; every row of theirs belongs to a store
 * @param volatileFunctions which a shard refuses in an update or delete
 */
public record StatementRules(Set<String> tenantTables, Set<String> volatileFunctions) {

    private static final Pattern TABLE = Pattern.compile("\\b[a-z_]+\\.[a-z_]+\\b");
    private static final Pattern CALL = Pattern.compile("\\b([a-z_][a-z0-9_]*)\\s*\\(");

    /** Not the {@code do update} of an insert, nor the {@code for update} of a lock. */
    private static final Pattern CHANGE =
            Pattern.compile("(?<!\\bdo )(?<!\\bfor )(?<!\\bno key )\\bupdate\\s+[a-z_]+\\.|\\bdelete\\s+from\\b");

    private static final Pattern SET = Pattern.compile("^set\\s+(?!local\\b)");
    private static final Pattern NOTIFY = Pattern.compile("^(notify|listen)\\b|\\bpg_notify\\s*\\(");

    /** The parts of a trip: statements that share an execute are set apart as {@code Together} puts them. */
    public static Stream<String> parts(String trip) {
        return Stream.of(trip.split(";\n", -1));
    }

    /** What is wrong with one statement; nothing, when the list is empty. */
    List<String> faults(String statement) {
        var sql = statement
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("'[^']*'", "''")
                .replaceAll("\\s+", " ");
        var faults = new ArrayList<String>();
        tables(sql).filter(_ -> !sql.contains("store_id")).forEach(table -> faults.add(table + " without store_id"));
        var calls = CALL.matcher(sql).results().map(call -> call.group(1)).toList();
        if (calls.contains("set_config")) {
            faults.add("set_config does not travel to a shard");
        }
        if (SET.matcher(sql).find()) {
            faults.add("set without local outlives its transaction");
        }
        if (NOTIFY.matcher(sql).find()) {
            faults.add("notify makes commits wait in line");
        }
        if (calls.contains("clock_timestamp") && sql.contains(" where ")) {
            faults.add("clock_timestamp differs from row to row");
        }
        if (CHANGE.matcher(sql).find()) {
            calls.stream()
                    .filter(volatileFunctions::contains)
                    .distinct()
                    .forEach(call -> faults.add(call + " is volatile, in an update or delete"));
        }
        return faults;
    }

    private Stream<String> tables(String sql) {
        return TABLE.matcher(sql)
                .results()
                .map(found -> found.group())
                .distinct()
                .filter(tenantTables::contains);
    }
}
