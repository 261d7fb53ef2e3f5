package iq.sendy;

import iq.sendy.platform.settings.StartRefused;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/** Reads all settings before anything is opened, and refuses the start with one line for all that is wrong with them. */
class StartCheck implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(StartCheck.class);

    /** {@code bin/run} reads it, for the JVM. */
    private static final Set<String> OF_SCRIPTS = Set.of("SENDY_HEAP");

    /** Of the hundred that the embedded server has: the rest is for limits, migrations and its superuser. */
    private static final int MOST_EMBEDDED = 80;

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        var environment = event.getEnvironment();
        takeBlankForUnset(environment);
        var refusals = new ArrayList<String>();
        for (var setting : Setting.values()) {
            if (isSet(environment, setting)) {
                setting.refusal(value(environment, setting)).ifPresent(refusals::add);
            }
        }
        if (refusals.isEmpty()) {
            refusals.addAll(together(environment));
        }
        if (refusals.isEmpty()) {
            refusals.addAll(ListeningPorts.refusals(environment));
        }
        if (!refusals.isEmpty()) {
            throw new StartRefused(String.join("; ", refusals));
        }
        var unknown = unknown(environment);
        if (!unknown.isEmpty()) {
            LOG.warn("No settings of Sendy, and ignored: {}", String.join(", ", unknown));
        }
    }

    /** Behind the log's own start, so that a refusal looks as every line does. */
    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER + 1;
    }

    /** Files of settings for containers hand over empty ones for what nobody filled in. */
    private static void takeBlankForUnset(ConfigurableEnvironment environment) {
        var unset = new LinkedHashMap<String, Object>();
        for (var setting : Setting.values()) {
            if (environment.containsProperty(setting.property())
                    && !isSet(environment, setting)
                    && !setting.standard().isEmpty()) {
                unset.put(setting.property(), setting.standard());
            }
        }
        environment.getPropertySources().addFirst(new MapPropertySource("settings that are blank", unset));
    }

    /** What is right by itself and wrong beside the others. */
    private static List<String> together(Environment environment) {
        var refusals = new ArrayList<String>();
        if (isSet(environment, Setting.SENDY_DATABASE_URL)) {
            if (!isSet(environment, Setting.SENDY_DATABASE_USER)) {
                refusals.add(
                        "SENDY_DATABASE_URL is set, so SENDY_DATABASE_USER must name the role that owns the schema");
            }
            if (!isSet(environment, Setting.SENDY_SECRET_KEY)) {
                refusals.add(
                        "SENDY_SECRET_KEY is required with an external database: every process needs the same one");
            }
        } else {
            for (var useless : List.of(Setting.SENDY_DATABASE_USER, Setting.SENDY_DATABASE_PASSWORD)) {
                if (isSet(environment, useless)) {
                    refusals.add(useless + " is set and SENDY_DATABASE_URL, which it belongs to, is not");
                }
            }
            if (number(environment, Setting.SENDY_DATABASE_POOL) + number(environment, Setting.SENDY_JOBS_POOL)
                    > MOST_EMBEDDED) {
                refusals.add("SENDY_DATABASE_POOL and SENDY_JOBS_POOL are at most " + MOST_EMBEDDED
                        + " together with the embedded database");
            }
        }
        if (isSet(environment, Setting.SENDY_ADMIN_PHONE) != isSet(environment, Setting.SENDY_ADMIN_PASSWORD)) {
            refusals.add("SENDY_ADMIN_PHONE and SENDY_ADMIN_PASSWORD are set together or not at all");
        }
        return refusals;
    }

    /** A name that is nearly right would be missed by nobody. */
    static Set<String> unknown(ConfigurableEnvironment environment) {
        var known = Arrays.stream(Setting.values())
                .flatMap(setting -> Stream.of(setting.name(), setting.property()))
                .map(StartCheck::bare)
                .collect(Collectors.toSet());
        var unknown = new TreeSet<String>();
        for (var source : List.of("systemEnvironment", "commandLineArgs")) {
            if (environment.getPropertySources().get(source) instanceof EnumerablePropertySource<?> given) {
                Arrays.stream(given.getPropertyNames())
                        .filter(name -> bare(name).startsWith("sendy"))
                        .filter(name -> name.indexOf('_') > 0 || name.indexOf('.') > 0)
                        .filter(name -> !known.contains(bare(name)) && !OF_SCRIPTS.contains(name))
                        .forEach(unknown::add);
            }
        }
        return unknown;
    }

    private static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "").replace(".", "").replace("-", "");
    }

    private static boolean isSet(Environment environment, Setting setting) {
        return !value(environment, setting).isBlank();
    }

    private static int number(Environment environment, Setting setting) {
        return Integer.parseInt(
                isSet(environment, setting) ? value(environment, setting).strip() : setting.standard());
    }

    private static String value(Environment environment, Setting setting) {
        return environment.getProperty(setting.property(), "");
    }
}
