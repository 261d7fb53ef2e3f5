package iq.sendy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;

/**
 * A start in this process, with some of the beans that refuse one: it reads settings and fails as a whole one does, and
 * takes a tenth of a second.
 */
public final class Start {

    private static final String MESSAGE = "msg=\"";

    private Start() {}

    /**
     * Starts, and expects that it fails.
     *
     * @param variables the environment, and no other
     * @param beans the names of their classes
     * @return what it logged as its errors, and nothing else was printed
     */
    public static List<String> refused(Map<String, String> variables, String... beans) {
        return printed(() -> {
            try {
                application(variables, beans).run().close();
            } catch (RuntimeException refused) {
                return;
            }
            throw new AssertionError("It started with " + variables);
        });
    }

    /** What is logged of a failure, without a start. */
    public static List<String> reported(Throwable failure) {
        // The log is set up by a start, and by nothing else.
        refused(Map.of("SENDY_DEMO", "perhaps"));
        var reporters = SpringFactoriesLoader.forDefaultResourceLocation()
                .load(
                        SpringBootExceptionReporter.class,
                        ArgumentResolver.ofSupplied(ConfigurableApplicationContext.class, () -> null));
        return printed(() -> {
            if (reporters.stream().noneMatch(reporter -> reporter.reportException(failure))) {
                throw new AssertionError("Nobody can explain it", failure);
            }
        });
    }

    /** The line on a port that the system does not give, for a reason that only others than root hear. */
    public static String portRefused(String why) {
        return ListeningPorts.line("SERVER_PORT", 80, "SERVER_ADDRESS", "127.0.0.1", why);
    }

    private static List<String> printed(Runnable step) {
        var printed = new ByteArrayOutputStream();
        var screen = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            step.run();
            return errors(printed.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(screen);
        }
    }

    private static SpringApplication application(Map<String, String> variables, String... beans) {
        var given = new LinkedHashMap<String, Object>(variables);
        given.putIfAbsent("SERVER_PORT", "0");
        given.putIfAbsent("SENDY_MANAGEMENT_PORT", "0");
        var environment = new StandardEnvironment();
        var name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        environment.getPropertySources().replace(name, new SystemEnvironmentPropertySource(name, given));
        var application = new SpringApplication();
        application.setSources(Set.copyOf(Arrays.asList(beans)));
        application.setEnvironment(environment);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setRegisterShutdownHook(false);
        return application;
    }

    /** Other tests' contexts live in this process too, and may say something meanwhile. */
    private static List<String> errors(String printed) {
        return printed.lines()
                .flatMap(line -> line.contains("level=") ? error(line) : Stream.of(line))
                .toList();
    }

    private static Stream<String> error(String line) {
        return line.contains("level=ERROR")
                ? Stream.of(line.substring(line.indexOf(MESSAGE) + MESSAGE.length(), line.length() - 1))
                : Stream.empty();
    }
}
