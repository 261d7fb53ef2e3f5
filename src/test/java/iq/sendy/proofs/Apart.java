package iq.sendy.proofs;

import iq.sendy.Side.Arrival;
import iq.sendy.StatementRules;
import iq.sendy.proofs.Stepper.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether two trips of two requests can come in either order and leave the same. Before it ends, a transaction tells another
 * nothing but by its locks. So two trips are apart when neither ends a transaction that has changed or locked something, and
 * they lock nothing of one table. What only reads locks nothing. Tables stand for their rows, so that more meet than need to.
 * What {@code now()} says differs by moments in any order; nobody compares it.
 */
final class Apart implements BiPredicate<Arrival, Arrival> {

    private static final Pattern TABLE = Pattern.compile("\\b[a-z_]+\\.[a-z_]+\\b");
    private static final Pattern END = Pattern.compile("\\s*(commit|rollback|savepoint|release)\\b.*", Pattern.DOTALL);

    /** Also what only locks. Our functions only read. */
    private static final Pattern CHANGE = Pattern.compile(
            "\\b(insert|update|delete|merge|truncate|lock|share|nextval|setval|pg_(try_)?advisory\\w*)\\b");

    private static final Pattern ADVISORY = Pattern.compile("\\bpg_(try_)?advisory");
    private static final Pattern DELETE = Pattern.compile("\\b(delete|truncate|merge)\\b");
    private static final Locks EVERYTHING = new Locks(true, Set.of(), Set.of());
    private static final Locks NOTHING = new Locks(false, Set.of(), Set.of());
    private static final Pattern STORE = Pattern.compile("(?<=app.store_id = ')[0-9a-f-]{36}");

    private final Set<String> tables;

    /** By a table those that it refers to: a new row holds their keys. */
    private final Map<String, Set<String>> referred;

    /** By a table those that refer to it: who deletes a row looks there. */
    private final Map<String, Set<String>> referring;

    private final Map<String, Read> known = new ConcurrentHashMap<>();

    /**
     * What a trip locks.
     *
     * @param all whether it meets every other
     * @param rows tables whose rows it may change or hold for itself
     * @param keys tables whose keys it holds, beside others who do
     */
    private record Locks(boolean all, Set<String> rows, Set<String> keys) {

        boolean meet(Locks other) {
            return all
                    || other.all
                    || !Collections.disjoint(rows, other.rows)
                    || !Collections.disjoint(rows, other.keys)
                    || !Collections.disjoint(keys, other.rows);
        }
    }

    /**
     * What the text of a trip says.
     *
     * @param ends whether a transaction or a part of one ends with it
     * @param changes whether it changes or locks anything
     */
    private record Read(Locks locks, boolean ends, boolean changes) {}

    private Apart(Set<String> tables, Map<String, Set<String>> referred, Map<String, Set<String>> referring) {
        this.tables = tables;
        this.referred = referred;
        this.referring = referring;
    }

    static Apart of(JdbcClient superuser) {
        var tables = superuser.sql("""
                select n.nspname || '.' || c.relname from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
                """).query(String.class).list();
        record Reference(String from, String to) {}
        var references = superuser
                .sql("""
                select f.relnamespace::regnamespace || '.' || f.relname as referring,
                       t.relnamespace::regnamespace || '.' || t.relname as referred
                from pg_constraint as r join pg_class as f on f.oid = r.conrelid join pg_class as t on t.oid = r.confrelid
                where r.contype = 'f'
                """)
                .query((row, _) -> new Reference(row.getString("referring"), row.getString("referred")))
                .list();
        return new Apart(
                Set.copyOf(tables),
                references.stream()
                        .collect(Collectors.groupingBy(
                                Reference::from, Collectors.mapping(Reference::to, Collectors.toSet()))),
                references.stream()
                        .collect(Collectors.groupingBy(
                                Reference::to, Collectors.mapping(Reference::from, Collectors.toSet()))));
    }

    @Override
    public boolean test(Arrival one, Arrival other) {
        return !locks(one).meet(locks(other));
    }

    /** What equal orders have in common: who made which trips, and which of two that meet came first. */
    String shape(List<Step> steps) {
        var trips = new TreeMap<String, String>();
        var names = new ArrayList<String>();
        var counts = new HashMap<Character, Integer>();
        for (var step : steps) {
            var name = step.side() + "" + counts.merge(step.side(), 1, Integer::sum);
            names.add(name);
            trips.put(name, STORE.matcher(step.trip().trip()).replaceAll(""));
        }
        var first = new TreeSet<String>();
        for (var j = 0; j < steps.size(); j++) {
            for (var i = 0; i < j; i++) {
                if (steps.get(i).side() != steps.get(j).side()
                        && !test(steps.get(i).trip(), steps.get(j).trip())) {
                    first.add(names.get(i) + " before " + names.get(j));
                }
            }
        }
        return trips + "\n" + first;
    }

    private Locks locks(Arrival arrival) {
        var trip = read(arrival.trip());
        if (!trip.ends() && !arrival.alone()) {
            return trip.locks();
        }
        var changes = trip.changes()
                || arrival.before().stream().anyMatch(before -> read(before).changes());
        return changes ? EVERYTHING : NOTHING;
    }

    private Read read(String trip) {
        return known.computeIfAbsent(trip, this::parsed);
    }

    private Read parsed(String trip) {
        var rows = new HashSet<String>();
        var keys = new HashSet<String>();
        var ends = false;
        var changes = false;
        for (var part : StatementRules.parts(trip.toLowerCase(Locale.ROOT)).toList()) {
            ends |= END.matcher(part).matches();
            if (CHANGE.matcher(part).find()) {
                changes = true;
                lock(part, rows, keys);
            }
        }
        return new Read(new Locks(false, rows, keys), ends, changes);
    }

    private void lock(String part, Set<String> rows, Set<String> keys) {
        if (ADVISORY.matcher(part).find()) {
            rows.add("advisory");
        }
        var named = TABLE.matcher(part)
                .results()
                .map(found -> found.group())
                .filter(tables::contains)
                .collect(Collectors.toSet());
        for (var table : named) {
            rows.add(table);
            keys.addAll(referred.getOrDefault(table, Set.of()));
            if (DELETE.matcher(part).find()) {
                rows.addAll(referring.getOrDefault(table, Set.of()));
            }
        }
    }
}
