package iq.sendy.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A migration that has landed stays as it is: every database that has run it refuses the next start where it differs. */
@Scenario
class MigrationsTest {

    /** A line for each: version and checksum. Lines are added, and never change. */
    private static final Path LANDED = Path.of("src/test/resources/migrations.txt");

    @Autowired
    Flyway flyway;

    @Test
    void none_that_landed_was_edited() throws IOException {
        var checksums = checksums();
        var landed = landed();
        var added = checksums.keySet().stream()
                .filter(version -> !landed.containsKey(version))
                .map(version -> version + " " + checksums.get(version))
                .toList();
        if (Boolean.getBoolean("write")) {
            Files.write(LANDED, added, StandardOpenOption.APPEND);
        } else {
            assertThat(added)
                    .as("./bin/check -Dwrite=true -Dtest=MigrationsTest adds these lines")
                    .isEmpty();
        }
        assertThat(checksums).containsAllEntriesOf(landed);
    }

    private Map<String, String> checksums() {
        var checksums = new TreeMap<String, String>();
        for (MigrationInfo migration : flyway.info().all()) {
            if (migration.getVersion() != null && migration.getChecksum() != null) {
                checksums.put(migration.getVersion().getVersion(), Objects.toString(migration.getChecksum()));
            }
        }
        return checksums;
    }

    private static Map<String, String> landed() throws IOException {
        List<String> lines = Files.readAllLines(LANDED);
        var landed = new TreeMap<String, String>();
        lines.stream().map(line -> line.split(" ", -1)).forEach(line -> landed.put(line[0], line[1]));
        return landed;
    }
}
