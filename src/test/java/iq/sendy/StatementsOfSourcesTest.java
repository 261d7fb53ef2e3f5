package iq.sendy;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.World.Backstage;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.StringEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Every statement that stands whole in the product's classes is read by the server, whether or not a test comes to it. */
@Scenario
abstract class StatementsOfSourcesTest {

    private static final Path CLASSES = Path.of("target/classes/iq/sendy");
    private static final Pattern STATEMENT =
            Pattern.compile("\\s*(select|insert into|update|delete from|with)\\s.*", Pattern.DOTALL);

    /** Where something is put in when it runs: by a concatenation, or by a format. */
    private static final Pattern HOLE = Pattern.compile("\u0001|%(\\d\\$)?s");

    /** Of a statement that is written in parts: a table that another part names. */
    private static final String NO_SUCH_TABLE = "42P01";

    /** Of a statement that is written in parts: the rest is missing. */
    private static final String CUT = "at end of input";

    /** Everything was understood, but that a parameter is what the driver would have said it is. */
    private static final String OF_ANOTHER_TYPE = "42804";

    @Autowired
    Backstage backstage;

    @AutoClose
    private SingleConnectionDataSource explaining;

    @BeforeEach
    void connect() {
        explaining = new SingleConnectionDataSource(backstage.url() + "&preferQueryMode=simple", true);
    }

    @Test
    void all_are_understood() throws IOException {
        var statements = statements();
        var faults = new TreeMap<String, String>();
        statements.forEach((sql, type) -> {
            var fault = fault(sql);
            if (!fault.isEmpty()) {
                faults.put(type + ": " + sql, fault);
            }
        });

        assertThat(statements).hasSizeGreaterThan(400);
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select a_newer_function(:name)",
                "select name from stores.store where id = :id newer syntax",
                "select a_newer_column from stores.store where id = :id",
                "select (:name::text || name) ||> 1 from stores.store"
            })
    void what_is_not_is_found(String sql) {
        assertThat(fault(sql)).isNotEmpty();
    }

    private String fault(String sql) {
        try {
            Plan.of(JdbcClient.create(explaining), questionMarks(sql));
            return "";
        } catch (DataAccessException failed) {
            var told = failed.getMostSpecificCause();
            var state = told instanceof SQLException refused ? refused.getSQLState() : "";
            var message = String.valueOf(told.getMessage());
            return NO_SUCH_TABLE.equals(state) || OF_ANOTHER_TYPE.equals(state) || message.contains(CUT) ? "" : message;
        }
    }

    /** By their texts the classes that have them. */
    private static Map<String, String> statements() throws IOException {
        var statements = new LinkedHashMap<String, String>();
        try (var files = Files.walk(CLASSES)) {
            for (var file : files.filter(file -> file.toString().endsWith(".class"))
                    .sorted()
                    .toList()) {
                var type = ClassFile.of().parse(file);
                for (var constant : type.constantPool()) {
                    if (constant instanceof StringEntry string
                            && STATEMENT.matcher(string.stringValue()).matches()
                            && !HOLE.matcher(string.stringValue()).find()) {
                        statements.putIfAbsent(
                                string.stringValue(), type.thisClass().asInternalName());
                    }
                }
            }
        }
        return statements;
    }

    private static String questionMarks(String sql) {
        return NamedParameterUtils.substituteNamedParameters(NamedParameterUtils.parseSqlStatement(sql), null);
    }
}
