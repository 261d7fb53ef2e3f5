package iq.sendy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Executable;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.tomcat.autoconfigure.TomcatServerProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** {@code docs/settings.md} is true: each wrong setting gives the line that stands there, and no setting is left out. */
class SettingsTest {

    private static final String HEAP = "SENDY_HEAP";

    /** Those of whom a wrong value is found where it is used: the table of troubles has them. */
    private static final List<Allowed> FOUND_LATER =
            List.of(Allowed.PRIVATE_DIRECTORY, Allowed.PROGRAMS, Allowed.ROLE, Allowed.PASSWORD);

    private static final Set<Class<?>> ANY_TEXT = Set.of(String.class, String[].class);

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void a_wrong_setting_stops_the_start_with_its_line_and_no_other(String set, String line) {
        var said = Start.refused(variables(set), Frameworks.class.getName());

        assertThat(said).singleElement().asString().matches(Page.pattern(line));
    }

    static Stream<String[]> a_wrong_setting_stops_the_start_with_its_line_and_no_other() {
        return Page.rows("## A wrong one").filter(row -> !row[0].contains(HEAP));
    }

    @Test
    void the_heap_is_looked_at_by_the_script_that_starts() throws IOException, InterruptedException {
        var row = Page.rows("## A wrong one")
                .filter(wrong -> wrong[0].contains(HEAP))
                .findFirst()
                .orElseThrow();
        var builder = new ProcessBuilder("bin/run").redirectErrorStream(true);
        builder.environment().putAll(variables(row[0]));

        var process = builder.start();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(row[1] + "\n");
        assertThat(process.waitFor()).isNotZero();
    }

    @Test
    void every_setting_has_its_line_of_the_page() {
        var rows = new TreeMap<String, String[]>();
        Page.settings().forEach(row -> rows.put(row[0].replace("`", ""), row));

        assertThat(rows.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Arrays.stream(Setting.values()).map(Setting::name), Stream.of(HEAP))
                                .toList());
        for (var setting : Setting.values()) {
            var row = Objects.requireNonNull(rows.get(setting.name()));
            assertThat(row[2]).as(setting.name()).isEqualTo(setting.allowed().words());
            if (!setting.standard().isEmpty()) {
                assertThat(row[1])
                        .as(setting.name())
                        .isEqualTo("`" + setting.standard().replace("${server.port}", "<port>") + "`");
            }
        }
    }

    @Test
    void of_every_setting_that_can_be_wrong_a_wrong_one_is_tried() {
        var tried = Page.rows("## A wrong one").map(row -> row[0]).toList();

        assertThat(Arrays.stream(Setting.values())
                        .filter(setting -> !FOUND_LATER.contains(setting.allowed()))
                        .filter(setting -> tried.stream().noneMatch(set -> set.contains(setting + "="))))
                .isEmpty();
    }

    /** A setting that a class reads by itself would be known to nobody. */
    @Test
    void what_classes_read_is_a_setting_with_the_same_default() {
        var known = new TreeMap<String, String>();
        Arrays.stream(Setting.values()).forEach(setting -> known.put(setting.property(), setting.standard()));

        assertThat(read()).isNotEmpty().allSatisfy((property, standard) -> {
            assertThat(known).as(property).containsKey(property);
            var stated = known.getOrDefault(property, "");
            if (!standard.isEmpty() && !stated.isEmpty()) {
                assertThat(standard).as(property).isEqualTo(stated);
            }
        });
    }

    @Test
    void what_the_readme_names_is_a_setting() throws IOException {
        var names = Arrays.stream(Setting.values()).map(Setting::name).toList();
        var readme = Files.readString(Path.of("README.md"));

        assertThat(Arrays.stream(readme.split("[^A-Z_]+"))
                        .filter(word -> word.startsWith("SENDY_") || word.startsWith("SERVER_"))
                        .filter(word -> !word.equals(HEAP))
                        .distinct())
                .isNotEmpty()
                .isSubsetOf(names);
        assertThat(readme).contains("docs/settings.md");
    }

    /** Every key of ours to a framework, with what its maker says it is. */
    @ParameterizedTest(name = "{0}")
    @MethodSource
    void a_property_of_a_framework_that_cannot_be_read_is_named(String property, Class<?> type) {
        var source = new MapConfigurationPropertySource(Map.of(property, "no such thing"));

        assertThatThrownBy(() -> new Binder(source).bind(property, type))
                .satisfies(failure -> assertThat(Start.reported(failure))
                        .singleElement()
                        .asString()
                        .startsWith(property + " must be ")
                        .endsWith(", not no such thing"));
    }

    static Stream<Arguments> a_property_of_a_framework_that_cannot_be_read_is_named() {
        var yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yml"));
        var types = FrameworkProperties.types();
        return Objects.requireNonNull(yaml.getObject()).stringPropertyNames().stream()
                .filter(property -> !property.startsWith("logging."))
                .filter(property -> types.containsKey(property) && !ANY_TEXT.contains(types.get(property)))
                .map(property -> Arguments.of(property, types.get(property)));
    }

    @Test
    void a_blank_one_counts_as_unset() {
        var blank = new LinkedHashMap<String, String>();
        Arrays.stream(Setting.values()).forEach(setting -> blank.put(setting.name(), " "));
        blank.put("SENDY_DEMO", "perhaps");

        assertThat(Start.refused(blank)).containsExactly("SENDY_DEMO must be true or false, not perhaps");
    }

    @Test
    void a_name_that_is_nearly_right_is_told() {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        "systemEnvironment",
                        new MapPropertySource(
                                "systemEnvironment",
                                Map.of(
                                        "SENDY_DATABSE_URL", "jdbc:postgresql://db/sendy",
                                        "SENDY_DATABASE_POOL", "8",
                                        "SENDY_RATELIMIT_KEYPERMINUTE", "60",
                                        "SENDY_HEAP", "1g")));

        assertThat(StartCheck.unknown(environment)).containsExactly("SENDY_DATABSE_URL");
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(TomcatServerProperties.class)
    static class Frameworks {}

    private static Map<String, String> variables(String set) {
        var variables = new LinkedHashMap<String, String>();
        for (var pair : set.replace("`", "").split(" ", -1)) {
            var is = pair.indexOf('=');
            variables.put(pair.substring(0, is), pair.substring(is + 1));
        }
        return variables;
    }

    /** The properties of ours that constructors and methods ask for, each with its default. */
    private static Map<String, String> read() {
        var found = new TreeMap<String, String>();
        classes()
                .flatMap(type -> Stream.<Executable>concat(
                        Arrays.stream(type.getDeclaredConstructors()), Arrays.stream(type.getDeclaredMethods())))
                .flatMap(unit -> Arrays.stream(unit.getParameters()))
                .flatMap(parameter -> Arrays.stream(parameter.getAnnotationsByType(Value.class)))
                .map(Value::value)
                .filter(asked -> asked.startsWith("${sendy."))
                .map(asked -> asked.substring(2, asked.length() - 1))
                .forEach(asked ->
                        found.put(asked.substring(0, asked.indexOf(':')), asked.substring(asked.indexOf(':') + 1)));
        return found;
    }

    /** All of the product, loaded and not begun. */
    private static Stream<Class<?>> classes() {
        try {
            var home = Path.of(SendyApplication.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (var files = Files.walk(home.resolve("iq"))) {
                return files
                        .map(file -> home.relativize(file).toString())
                        .filter(file -> file.endsWith(".class"))
                        .map(file -> file.substring(0, file.length() - ".class".length())
                                .replace(File.separatorChar, '.'))
                        .<Class<?>>map(SettingsTest::type)
                        .toList()
                        .stream();
            }
        } catch (IOException | URISyntaxException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name, false, SettingsTest.class.getClassLoader());
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
