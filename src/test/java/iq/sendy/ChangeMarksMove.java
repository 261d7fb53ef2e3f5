package iq.sendy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Has PostgreSQL refuse what would let a shop's home be believed for too long: {@code change-marks.sql}. */
final class ChangeMarksMove {

    private ChangeMarksMove() {}

    /** In the database of a scenario, however many contexts share it. */
    static void in(JdbcClient superuser) {
        try (var file = Objects.requireNonNull(ChangeMarksMove.class.getResourceAsStream("/change-marks.sql"))) {
            var stands = superuser
                    .sql("select exists (select from pg_namespace where nspname = 'proof')")
                    .query(Boolean.class)
                    .single();
            if (!stands) {
                superuser
                        .sql(new String(file.readAllBytes(), StandardCharsets.UTF_8))
                        .update();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
