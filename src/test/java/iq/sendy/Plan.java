package iq.sendy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How PostgreSQL would run a statement for any parameters, seen by a role that row level security does not bind. */
final class Plan {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern QUESTION_MARK = Pattern.compile("\\?");

    private final List<JsonNode> nodes = new ArrayList<>();

    private Plan(JsonNode root) {
        collect(root);
    }

    /** Only what is written in the statement shows: a superuser's plan has no policy in it. */
    static Plan of(JdbcClient superuser, String statement) {
        var text = superuser
                .sql("explain (generic_plan, verbose, format json) " + numbered(statement))
                .query(String.class)
                .single();
        return new Plan(JSON.readTree(text).get(0).get("Plan"));
    }

    private static String numbered(String statement) {
        var place = new int[1];
        return QUESTION_MARK.matcher(statement).replaceAll(_ -> "\\$" + ++place[0]);
    }

    private void collect(JsonNode node) {
        nodes.add(node);
        if (node.has("Plans")) {
            node.get("Plans").valueStream().forEach(this::collect);
        }
    }

    /** Scans of a table, as their node types. */
    List<String> scansOf(String table) {
        return scans().filter(scan -> table.equals(tableOf(scan)))
                .map(Plan::type)
                .toList();
    }

    /** Tables that are scanned without saying which store: a join that forgot it shows here as well. */
    List<String> scansWithoutStore(Stream<String> tenantTables) {
        var tenant = tenantTables.toList();
        return scans().filter(scan -> tenant.contains(tableOf(scan)))
                .filter(scan -> !conditions(scan).contains("store_id = "))
                .map(scan -> type(scan) + " of " + tableOf(scan))
                .toList();
    }

    private Stream<JsonNode> scans() {
        return nodes.stream()
                .filter(node -> node.has("Relation Name") && type(node).endsWith("Scan"));
    }

    private static String type(JsonNode node) {
        return node.get("Node Type").stringValue();
    }

    private static String tableOf(JsonNode node) {
        return node.get("Schema").stringValue() + "."
                + node.get("Relation Name").stringValue();
    }

    private static String conditions(JsonNode node) {
        return Stream.of("Index Cond", "Recheck Cond", "Filter")
                .filter(node::has)
                .map(name -> node.get(name).stringValue())
                .reduce("", String::concat);
    }
}
