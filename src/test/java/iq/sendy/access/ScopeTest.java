package iq.sendy.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ScopeTest {

    /** The contract's own table of operations: whoever adds one there hears of it here. */
    @Test
    void a_scope_wants_every_permission_that_an_operation_pairs_it_with() throws IOException {
        var paired = new TreeMap<String, Set<String>>();
        var permissions = new HashSet<String>();
        try (var table = ScopeTest.class.getResourceAsStream("/operations.tsv")) {
            new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .filter(row -> row[0].equals("both") || row[0].equals("jwt"))
                    .forEach(row -> {
                        permissions.add("store." + row[3]);
                        if (!row[4].equals("-")) {
                            paired.computeIfAbsent(row[4], _ -> new HashSet<>()).add(row[3]);
                        }
                    });
        }

        assertThat(new TreeMap<>(Scope.every().stream().collect(Collectors.toMap(Scope::name, Scope::permissions))))
                .isEqualTo(paired);
        assertThat(Permission.names()).containsAll(permissions).hasSize(43);
    }
}
