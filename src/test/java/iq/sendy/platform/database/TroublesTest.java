package iq.sendy.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import iq.sendy.DataDirectory;
import iq.sendy.Page;
import iq.sendy.Scenario;
import iq.sendy.Start;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.settings.StartRefused;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.core.env.MapPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.ClassUtils;

/** A database, a disk or a port that cannot be used: each gives its line of {@code docs/settings.md} and no other. */
@Scenario
class TroublesTest {

    private static final String[] BEANS = {
        "iq.sendy.platform.database.DatabaseConfiguration",
        "iq.sendy.platform.database.DatabaseSettings",
        "iq.sendy.platform.secrets.MasterKey",
        "iq.sendy.platform.settings.DataHome"
    };
    private static final String OTHER_KEY = "another-key-than-that-of-the-scenarios";

    @Autowired
    PostgresAccess access;

    @Autowired
    ConfigurableApplicationContext running;

    @Autowired
    PlatformTransactionManager transactions;

    @TempDir
    Path directory;

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void each_gives_its_line(String when) {
        var brought = Objects.requireNonNull(troubles().get(when), "Nobody has tried what happens when " + when);

        assertThat(brought.get()).singleElement().asString().matches(Page.pattern(Page.trouble(when)));
    }

    static Stream<String> each_gives_its_line() {
        return Page.troubles();
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "sendy_owner"})
    void the_embedded_one_serves_by_neither_its_superuser_nor_its_owner(String role) {
        var said = refused(Map.of(
                "SENDY_DATA_DIR", DataDirectory.fresh("troubles").toString(), "SENDY_DATABASE_RUNTIME_USER", role));

        assertThat(said).containsExactly("SENDY_DATABASE_RUNTIME_USER may be no superuser and not the owner: " + role);
    }

    @Test
    void the_password_is_refused_by_the_database_itself() {
        assertThat(external("SENDY_DATABASE_PASSWORD", "yasmin"))
                .singleElement()
                .asString()
                .contains("password authentication failed");
    }

    @Test
    void sixteen_is_not_too_old() {
        assertThatCode(() -> DatabaseRoles.refuseOld(16, "16.0")).doesNotThrowAnyException();
    }

    private Map<String, Supplier<List<String>>> troubles() {
        var troubles = new HashMap<String, Supplier<List<String>>>();
        troubles.put("a port is taken", () -> withTaken("SERVER_PORT"));
        troubles.put("the management port is taken", () -> withTaken("SENDY_MANAGEMENT_PORT"));
        troubles.put("a port is the administrator's", () -> List.of(Start.portRefused("Permission denied")));
        ofTheDisk(troubles);
        ofTheDatabase(troubles);
        return troubles;
    }

    private void ofTheDisk(Map<String, Supplier<List<String>>> troubles) {
        // The tests may run as root, whom no directory refuses.
        troubles.put("the data directory is not writable", () -> {
            var denied = new AccessDeniedException("/srv/sendy/secret.key");
            return List.of(String.valueOf(StartRefused.by(denied, "SENDY_DATA_DIR cannot be /srv/sendy")
                    .getMessage()));
        });
        troubles.put("the data directory is a file", () -> refused(Map.of("SENDY_DATA_DIR", file().toString())));
        troubles.put(
                "the data directory cannot be made",
                () -> refused(Map.of("SENDY_DATA_DIR", file().resolve("below").toString())));
        troubles.put("the data directory is in use", this::withDirectoryInUse);
        troubles.put(
                "the installation is none",
                () -> refused(Map.of(
                        "SENDY_DATA_DIR",
                        DataDirectory.fresh("troubles").toString(),
                        "SENDY_POSTGRES_BIN",
                        "/nowhere/bin")));
    }

    private void ofTheDatabase(Map<String, Supplier<List<String>>> troubles) {
        troubles.put("nobody answers", () -> external("SENDY_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/shops"));
        troubles.put(
                "the host is unknown",
                () -> external("SENDY_DATABASE_URL", "jdbc:postgresql://nobody-is-called-that.invalid/shops"));
        troubles.put("the database is not there", this::withoutDatabase);
        troubles.put("the role is not there", () -> external("SENDY_DATABASE_USER", "nobody"));
        troubles.put("the password is wrong", () -> external("SENDY_DATABASE_PASSWORD", "yasmin"));
        troubles.put(
                "the database is too old",
                () -> Start.reported(catchThrowable(() -> DatabaseRoles.refuseOld(15, "15.18"))));
        troubles.put("the owner may make no roles", this::withAnOwnerWhoMakesNoRoles);
        troubles.put("the runtime role does not get in", () -> external("SENDY_SECRET_KEY", OTHER_KEY));
        troubles.put("the runtime role is the owner", this::withTheOwnerServing);
        troubles.put(
                "the secret key is another",
                () -> beside(
                        Map.of("sendy.secret.key", OTHER_KEY),
                        "iq.sendy.platform.secrets.MasterKey",
                        "iq.sendy.platform.settings.DataHome",
                        "iq.sendy.platform.sealing.SecretBox",
                        "iq.sendy.accounts.SigningKeys",
                        "iq.sendy.accounts.SignedTokens"));
        troubles.put(
                "the owner may change nothing",
                () -> Start.reported(new FlywayException(
                        "Unable to create schema",
                        new SQLException("ERROR: permission denied for database shops", "42501"))));
        troubles.put(
                "the operator's password is weak",
                () -> beside(
                        Map.of("sendy.admin.phone", "0770 123 4567", "sendy.admin.password", "password"),
                        "iq.sendy.accounts.jobs.AdminAtStart"));
    }

    private List<String> withTaken(String setting) {
        try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return refused(Map.of(setting, Integer.toString(taken.getLocalPort())));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private List<String> withDirectoryInUse() {
        var used = DataDirectory.fresh("troubles");
        try (var channel = FileChannel.open(
                        used.resolve("sendy.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            return refused(Map.of("SENDY_DATA_DIR", used.toString()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The server of the scenarios lets nobody ask for another. */
    private List<String> withoutDatabase() {
        try (var plain =
                PlainPostgres.start(PostgresOfTests.bin(), directory.resolve("plain"), PlainPostgres.TRUSTING)) {
            plain.admits(access.owner().user(), access.owner().password(), "shops");
            return external("SENDY_DATABASE_URL", plain.url("elsewhere"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private List<String> withAnOwnerWhoMakesNoRoles() {
        var settings = new HashMap<>(external());
        settings.put("SENDY_DATABASE_USER", access.runtime().user());
        settings.put("SENDY_DATABASE_PASSWORD", access.runtime().password());
        settings.put("SENDY_DATABASE_RUNTIME_USER", "somebody_new");
        return refused(settings);
    }

    private List<String> withTheOwnerServing() {
        var settings = new HashMap<>(external());
        settings.put("SENDY_DATABASE_RUNTIME_USER", access.owner().user());
        settings.put("SENDY_DATABASE_RUNTIME_PASSWORD", access.owner().password());
        return refused(settings);
    }

    private List<String> external(String setting, String value) {
        var settings = new HashMap<>(external());
        settings.put(setting, value);
        return refused(settings);
    }

    /** The database of the scenarios, as if it were somebody's own. */
    private Map<String, String> external() {
        return Map.of(
                "SENDY_DATABASE_URL", access.url(),
                "SENDY_DATABASE_USER", access.owner().user(),
                "SENDY_DATABASE_PASSWORD", access.owner().password(),
                "SENDY_DATABASE_RUNTIME_USER", access.runtime().user(),
                "SENDY_SECRET_KEY", "a-key-that-nobody-will-ever-guess");
    }

    private static List<String> refused(Map<String, String> settings) {
        return Start.refused(settings, BEANS);
    }

    /** Some beans once more, beside those that run, with settings of their own. */
    private List<String> beside(Map<String, Object> properties, String... beans) {
        try (var once = new AnnotationConfigApplicationContext()) {
            once.setBeanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE);
            once.setParent(running);
            once.getEnvironment().getPropertySources().addFirst(new MapPropertySource("once more", properties));
            for (var bean : beans) {
                once.register(ClassUtils.resolveClassName(bean, null));
            }
            var transaction = new TransactionTemplate(transactions);
            return Start.reported(catchThrowable(() -> CurrentTenant.in(StoreId.PLATFORM, () -> {
                transaction.executeWithoutResult(_ -> once.refresh());
                return true;
            })));
        }
    }

    private Path file() {
        try {
            var file = directory.resolve("file");
            return Files.exists(file) ? file : Files.createFile(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
