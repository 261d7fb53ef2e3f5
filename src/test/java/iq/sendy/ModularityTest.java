package iq.sendy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Modules ask only whom their package-info allows, only through doors, and never in a circle. */
class ModularityTest {

    /** Open to all, so an arrow to them says nothing. */
    private static final Set<String> GROUND = Set.of("", "kernel", "platform");

    @Test
    void modules_ask_only_whom_they_may() {
        ModuleRules.ASK_ONLY_WHOM_THEY_MAY.check(ProductClasses.ALL);
    }

    @Test
    void modules_ask_in_no_circle() {
        ModuleRules.ASK_IN_NO_CIRCLE.check(ProductClasses.ALL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wrong.cart.UsesTheShopsStore.write(wrong.shop.store.TransactionInTheStore)> calls",
                "wrong.shop.AsksTheCart.basket()> calls",
                "Module shop lists baskets"
            })
    void a_module_that_asks_whom_it_may_not_is_seen(String asking) {
        assertThat(ModuleRules.ASK_ONLY_WHOM_THEY_MAY
                        .evaluate(ProductClasses.WRONG)
                        .getFailureReport()
                        .getDetails())
                .anySatisfy(line -> assertThat(line).contains(asking));
    }

    @Test
    void a_circle_is_seen() {
        assertThat(ModuleRules.ASK_IN_NO_CIRCLE
                        .evaluate(ProductClasses.WRONG)
                        .getFailureReport()
                        .getDetails())
                .anySatisfy(line -> assertThat(line).contains("Slice cart", "Slice shop"));
    }

    /** A statement that only a newer version knows is met where its module is tested. */
    @Test
    void each_module_with_tables_has_a_test_that_runs_on_the_oldest_postgres_too() {
        var there = Stream.of(OldestPostgresTest.class.getDeclaredClasses())
                .map(test -> test.getSuperclass().getName())
                .toList();

        assertThat(modules().filter(ModularityTest::hasStatements))
                .contains("platform", "orders")
                .allSatisfy(module ->
                        assertThat(there).anySatisfy(test -> assertThat(test).startsWith("iq.sendy." + module + ".")));
    }

    private static boolean hasStatements(String module) {
        var home = Path.of("src/main/java/iq/sendy", module);
        return Files.isDirectory(home.resolve("store")) || Files.isDirectory(home.resolve("sql"));
    }

    /** The picture is drawn from the code and compared at every build, so it cannot lie. */
    @Test
    void the_map_of_the_modules_is_true() throws IOException {
        var boxes = modules()
                .filter(module -> !GROUND.contains(module))
                .map(module -> "component " + module + "\n")
                .collect(Collectors.joining());
        var arrows = new TreeSet<String>();
        for (var type : ProductClasses.ALL) {
            var asker = ModuleRules.module(type).orElseThrow();
            if (!GROUND.contains(asker)) {
                ModuleRules.asked(type)
                        .filter(asked -> !GROUND.contains(asked))
                        .forEach(asked -> arrows.add(asker + " --> " + asked + "\n"));
            }
        }
        var drawing = """
                @startuml
                ' Drawn by ModularityTest from the code. An arrow says "asks"; kernel and platform are open to all.
                """ + boxes + String.join("", arrows) + "@enduml\n";

        assertThat(drawing).contains("orders --> geography").contains("orders --> stores");
        WrittenPage.says(Path.of("docs", "modules.puml"), drawing);
    }

    private static Stream<String> modules() {
        return ProductClasses.ALL.stream()
                .flatMap(type -> ModuleRules.module(type).stream())
                .distinct()
                .sorted();
    }
}
