package iq.sendy;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.platform.database.PostgresAccess;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Reads the catalogue of the migrated database, every module's schema. */
@Scenario
class TableRulesTest {

    @Autowired
    PostgresAccess access;

    @Autowired
    World.Backstage backstage;

    @ParameterizedTest
    @EnumSource
    void the_tables_keep_their_rules(TableRule rule) throws SQLException {
        assertThat(faults(rule, "", TableClasses.listed())).isEmpty();
    }

    /** A rule that never failed is not a rule: each is broken in a transaction that is rolled back. */
    @ParameterizedTest
    @EnumSource
    void each_rule_sees_what_breaks_it(TableRule rule) throws SQLException {
        var classes = rule.sample().contains("wrong.piece")
                ? TableClasses.listed().and(new TableClasses.Row("tenant", "wrong.piece", true))
                : TableClasses.listed();

        assertThat(faults(rule, "create schema wrong; " + rule.sample(), classes))
                .anySatisfy(line -> assertThat(line).startsWith(rule.reported()));
    }

    private List<String> faults(TableRule rule, String breaking, TableClasses classes) throws SQLException {
        try (var connection = DriverManager.getConnection(backstage.url())) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute(breaking.isEmpty() ? "select 1" : breaking);
            }
            var found = JdbcClient.create(new SingleConnectionDataSource(connection, true))
                    .sql(rule.question())
                    .param("all", classes.all())
                    .param("tenant", classes.tenant())
                    .param("appendOnly", classes.appendOnly())
                    .param("runtime", access.runtime().user())
                    .query((row, _) -> row.getString(1))
                    .list();
            connection.rollback();
            return found;
        }
    }
}
