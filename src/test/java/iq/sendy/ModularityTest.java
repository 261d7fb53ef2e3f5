package iq.sendy;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyDepth;

/**
 * Modules ask only whom their package-info allows, only through doors, and never in a circle. Modulith looks for some forty
 * seconds of a processor, so a quick check leaves it to the whole.
 */
@Tag("proofs")
class ModularityTest {

    private static final ApplicationModules MODULES = ArchConfiguration.withThreadLocalScope(ModularityTest::read);

    /** Open to all, so an arrow to them says nothing. */
    private static final Set<String> GROUND = Set.of("kernel", "platform");

    /** Of libraries it needs annotations and parents. What they themselves are made of, and call, says nothing of our modules. */
    private static ApplicationModules read(ArchConfiguration reading) {
        for (var kind : List.of("MemberTypes", "AccessesToTypes")) {
            reading.setProperty("import.dependencyResolutionProcess.maxIterationsFor" + kind, "0");
        }
        return ApplicationModules.of(SendyApplication.class);
    }

    @Test
    void modules_ask_only_whom_they_may() {
        MODULES.verify();
    }

    @Test
    void a_module_that_goes_round_a_door_is_seen() {
        var wrong = ApplicationModules.of("wrong", (ImportOption) _ -> true);

        assertThat(wrong.detectViolations().getMessages())
                .anySatisfy(message -> assertThat(message).contains("wrong.cart.UsesTheShopsStore"));
    }

    /** A package-info of the tests comes first on their class path: what its module allows would be read of nobody. */
    @Test
    void no_package_of_the_tests_hides_what_its_module_says() throws IOException {
        var tests = Path.of("src/test/java");
        try (var files = Files.walk(tests)) {
            assertThat(files.filter(file -> file.endsWith("package-info.java"))
                            .map(tests::relativize)
                            .filter(file ->
                                    Files.exists(Path.of("src/main/java").resolve(file))))
                    .isEmpty();
        }
    }

    /** A statement that only a newer version knows is met where its module is tested. */
    @Test
    void each_module_with_tables_has_a_test_that_runs_on_the_oldest_postgres_too() {
        var there = Stream.of(OldestPostgresTest.class.getDeclaredClasses())
                .map(test -> test.getSuperclass().getName())
                .toList();

        assertThat(MODULES.stream().map(ModularityTest::name).filter(ModularityTest::hasStatements))
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
        var lines = new StringBuilder("""
                @startuml
                ' Drawn by ModularityTest from the code. An arrow says "asks"; kernel and platform are open to all.
                """);
        var boxes = new TreeSet<String>();
        var arrows = new TreeSet<String>();
        MODULES.stream()
                .map(ModularityTest::name)
                .filter(name -> !GROUND.contains(name))
                .forEach(asker -> {
                    boxes.add("component " + asker + "\n");
                    MODULES
                            .getModuleByName(asker)
                            .orElseThrow()
                            .getDependencies(MODULES, DependencyDepth.IMMEDIATE)
                            .stream()
                            .map(dependency -> name(dependency.getTargetModule()))
                            .filter(asked -> !GROUND.contains(asked))
                            .forEach(asked -> arrows.add(asker + " --> " + asked + "\n"));
                });
        boxes.forEach(lines::append);
        arrows.forEach(lines::append);
        var drawing = lines.append("@enduml\n").toString();
        assertThat(drawing).contains("orders --> geography").contains("orders --> stores");
        WrittenPage.says(Path.of("docs", "modules.puml"), drawing);
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }
}
