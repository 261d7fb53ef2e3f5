package iq.sendy.platform.database;

import static iq.sendy.platform.database.Logins.OWNER;
import static iq.sendy.platform.database.Logins.RUNTIME;
import static iq.sendy.platform.database.Logins.SUPERUSER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import iq.sendy.DataDirectory;
import iq.sendy.platform.database.PostgresAccess.Login;
import iq.sendy.platform.settings.PrivateFiles;
import iq.sendy.platform.settings.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;

/** The embedded server keeps its files and its doors closed, also those that it finds open. */
@Tag("faults")
class EmbeddedServerTest {

    private static final String DENIED = "42501";

    private static final Path BEGUN = DataDirectory.fresh("embedded");
    private static final Pattern OF_ITS_OWN = Pattern.compile("pgbin|postgres[.]port");

    private final Path directory = DataDirectory.fresh("embedded");
    private final Path data = directory.resolve("pgdata");

    /** Of the first start: what it left open to others, as long as its server ran. */
    private static List<String> openAtFirst = List.of();

    /** A first start is a second and a half of initdb: what is said of one is said of this one. */
    @BeforeAll
    static void begin() throws IOException, SQLException {
        Files.setPosixFilePermissions(BEGUN, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(BEGUN.resolve("secret.key"), "open to all");
        Files.writeString(Files.createDirectory(BEGUN.resolve("pgdata.new")).resolve("PG_VERSION"), "18\n");
        try (var server = EmbeddedServer.start(Logins.settings(BEGUN))) {
            rolesNeedTheirPasswords(server);
            openAtFirst = open(BEGUN);
        }
    }

    @AfterAll
    static void endAll() throws IOException {
        FileSystemUtils.deleteRecursively(BEGUN);
    }

    @AfterEach
    void end() throws IOException {
        FileSystemUtils.deleteRecursively(directory);
    }

    @Test
    void every_file_is_its_owners_alone() throws IOException {
        assertThat(openAtFirst).isEmpty();
        assertThat(open(programs())).as("what was unpacked").isEmpty();
    }

    @Test
    void a_directory_of_the_old_kind_is_brought_over_while_its_server_still_runs() throws IOException, SQLException {
        var before = trusting();
        try (var anybody = new Login("postgres", "").connect(before.url("sendy"))) {
            run(anybody, "create table kept (word text)");
            run(anybody, "insert into kept values ('ward')");
        }
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));

        try (var server = start()) {
            try (var superuser = SUPERUSER.connect(server.privateUrl("sendy"));
                    var row = superuser.createStatement().executeQuery("select word from kept")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString(1)).isEqualTo("ward");
            }
            rolesNeedTheirPasswords(server);
            assertThat(open(directory)).isEmpty();
        }
    }

    /**
     * Its programs lay open to others, so the start throws them away; its server is still known for ours. The start has others:
     * unpacking them again would be most of what this class costs.
     */
    @Test
    void a_server_of_the_old_kind_is_stopped_also_when_its_programs_are_gone() throws IOException, SQLException {
        var home = directory.resolve("pgbin");
        Files.delete(home);
        Files.createDirectory(home);
        var programs = programs();
        DataDirectory.copy(programs, Files.createDirectory(home.resolve(programs.getFileName())), Pattern.compile(""));
        trusting(PostgresBinaries.unpacked(home));
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));

        try (var server = EmbeddedServer.start(Logins.settings(directory, bin().toString()))) {
            assertThat(home).isEmptyDirectory();
            rolesNeedTheirPasswords(server);
            assertThat(open(directory)).isEmpty();
        }
    }

    @Test
    void what_other_versions_unpacked_is_forgotten_once_no_server_runs_from_there() throws IOException, SQLException {
        var home = directory.resolve("pgbin");
        Files.delete(home);
        Files.createDirectory(home, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var ours = Files.createFile(home.resolve("notes.txt"));
        var old = unpacked(home.resolve("0a1b2c3d-34567890"));
        var first = unpacked(home.resolve("PG-1234"));
        var settings = Logins.settings(directory, bin().toString());
        DataDirectory.copy(BEGUN, directory, OF_ITS_OWN);

        try (var server = EmbeddedServer.start(settings)) {
            rolesNeedTheirPasswords(server);
            assertThat(old).doesNotExist();
            assertThat(first).doesNotExist();
            assertThat(ours).exists();

            var running = unpacked(home.resolve("4d5e6f70-34567890"));
            assertThatThrownBy(() -> EmbeddedServer.start(settings)).hasMessageContaining("Another Sendy is using");
            assertThat(running).exists();
        }
    }

    @Test
    void what_several_data_directories_share_stays() throws IOException {
        var old = unpacked(DataDirectory.binaries().resolve("0a1b2c3d-34567890"));

        PostgresBinaries.forgetOld(directory.resolve("pgbin"), bin());

        assertThat(old).exists();
        FileSystemUtils.deleteRecursively(Objects.requireNonNull(old.getParent()));
    }

    @Test
    void of_what_is_unpacked_the_programs_of_this_start_stay() throws IOException {
        var home = Files.createDirectory(directory.resolve("own"));
        var used = unpacked(home.resolve("4d5e6f70-34567890"));
        var old = unpacked(home.resolve("0a1b2c3d-34567890"));

        PostgresBinaries.forgetOld(home, used.toRealPath());

        assertThat(old).doesNotExist();
        assertThat(used).exists();
        assertThat(home.resolve("unpacking")).doesNotExist();
    }

    /** The programs of another version, as they lie there. */
    private static Path unpacked(Path version) throws IOException {
        var bin = Files.createDirectories(version.resolve("bin"));
        Files.createFile(bin.resolve("postgres"));
        return bin;
    }

    @Test
    void a_start_that_was_killed_in_the_middle_of_it_is_finished_by_the_next() throws IOException, SQLException {
        trusting().close();
        new PostgresCluster(data, new PostgresCommands(bin(), isRoot()))
                .admit(ServerAuthentication.rules(OWNER, RUNTIME));
        try (var server = start()) {
            rolesNeedTheirPasswords(server);
        }

        Files.delete(directory.resolve("postgres.service"));
        try (var server = start()) {
            rolesNeedTheirPasswords(server);
            run(SUPERUSER.connect(server.privateUrl("postgres")), "alter role postgres password 'another'");
        }

        try (var server = start()) {
            rolesNeedTheirPasswords(server);
        }
    }

    @Test
    void half_a_data_directory_is_made_anew() {
        assertThat(BEGUN.resolve("pgdata")).isDirectory();
        assertThat(BEGUN.resolve("pgdata.new")).doesNotExist();
        assertThat(BEGUN.resolve("pgdata.password")).doesNotExist();
    }

    @Test
    void rules_that_were_loosened_by_hand_are_written_anew() throws IOException, SQLException {
        DataDirectory.copy(BEGUN, directory, OF_ITS_OWN);
        var loose = Files.writeString(directory.resolve("loose.conf"), PlainPostgres.TRUSTING);
        Files.writeString(data.resolve("pg_hba.conf"), PlainPostgres.TRUSTING);
        Files.writeString(
                data.resolve("postgresql.auto.conf"),
                "hba_file = '" + loose + "'\nlisten_addresses = '*'\n",
                StandardOpenOption.APPEND);

        try (var server = start()) {
            rolesNeedTheirPasswords(server);
            try (var superuser = SUPERUSER.connect(server.privateUrl("sendy"));
                    var row = superuser.createStatement().executeQuery("show listen_addresses")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString(1)).isEqualTo("127.0.0.1");
            }
        }
    }

    @Test
    void a_server_that_lets_strangers_in_refuses_the_start() throws IOException, SQLException {
        try (var open = trusting()) {
            assertThatThrownBy(() -> ServerAuthentication.check(open.url("sendy"), List.of(OWNER, RUNTIME), SUPERUSER))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("lets any account of this machine in as sendy_owner");
        }
    }

    @Test
    void a_path_that_is_too_long_for_a_socket_has_it_elsewhere() throws IOException, SQLException {
        var deep = Files.createDirectories(directory.resolve("a-long-name".repeat(10)));
        Files.createSymbolicLink(deep.resolve("pgbin"), DataDirectory.binaries());
        DataDirectory.copy(BEGUN, deep, OF_ITS_OWN);
        Path elsewhere;

        try (var server = EmbeddedServer.start(Logins.settings(deep))) {
            rolesNeedTheirPasswords(server);
            elsewhere = Path.of(Files.readString(deep.resolve("postgres.socket")));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(elsewhere)))
                    .isEqualTo("rwx------");
        }
        assertThat(elsewhere).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "secret.key"})
    void what_belongs_to_another_account_is_refused(String name) throws IOException {
        Stranger.isNeeded();
        Files.writeString(directory.resolve("secret.key"), "theirs");
        Files.setAttribute(directory.resolve(name).normalize(), "unix:uid", Stranger.NUMBER);

        assertThatThrownBy(this::start)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("belongs to another account than the one that Sendy runs as");
    }

    @Test
    void the_runtime_role_has_no_temporary_tables_and_no_large_objects() throws IOException, SQLException {
        var statements = List.of(
                "create temporary table aside (word text)",
                "select lo_create(0)",
                "select lo_from_bytea(0, 'x')",
                "select lo_get(1)");
        try (var server = startBegun();
                var runtime = RUNTIME.connect(server.access().url())) {
            for (var statement : statements) {
                assertThatThrownBy(() -> run(runtime, statement))
                        .as(statement)
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                denied -> assertThat(denied.getSQLState()).isEqualTo(DENIED));
            }
        }
    }

    @Test
    void it_ends_with_a_start_that_is_interrupted() throws IOException {
        var server = startBegun();

        Thread.currentThread().interrupt();
        server.close();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(BEGUN.resolve("pgdata/postmaster.pid")).doesNotExist();
    }

    @Test
    void a_maintained_installation_runs_instead() throws IOException, SQLException {
        try (var server = EmbeddedServer.start(Logins.settings(BEGUN, bin().toString()))) {
            rolesNeedTheirPasswords(server);
        }
    }

    @Test
    void an_installation_of_another_version_is_not_let_at_the_data() throws IOException {
        Files.writeString(Files.createDirectory(data).resolve("PG_VERSION"), "17\n");

        assertThatThrownBy(this::start)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("was written by PostgreSQL 17")
                .hasMessageContaining("is version 18");
    }

    private EmbeddedServer start() {
        return EmbeddedServer.start(Logins.settings(directory));
    }

    /** A second start where the first was, for who leaves all as it is. */
    private static EmbeddedServer startBegun() {
        return EmbeddedServer.start(Logins.settings(BEGUN));
    }

    /** As the version before this one made and left it: without passwords, and trusting everybody. */
    private PlainPostgres trusting() throws IOException, SQLException {
        return trusting(bin());
    }

    private PlainPostgres trusting(Path bin) throws IOException, SQLException {
        var server = PlainPostgres.start(bin, data, PlainPostgres.TRUSTING);
        try (var superuser = new Login("postgres", "").connect(server.url("postgres"))) {
            run(superuser, "alter role postgres password null");
            run(superuser, "create role sendy_owner login");
            run(superuser, "create role sendy_app login");
            run(superuser, "create database sendy owner sendy_owner");
        }
        Files.writeString(directory.resolve("postgres.port"), Integer.toString(server.port()));
        return server;
    }

    private static void rolesNeedTheirPasswords(EmbeddedServer server) throws SQLException {
        var url = server.access().url();
        for (var role : List.of(OWNER, RUNTIME)) {
            try (var connection = role.connect(url)) {
                assertThat(connection.isValid(0)).isTrue();
            }
            assertThatThrownBy(() -> new Login(role.user(), "").connect(url)).isInstanceOf(SQLException.class);
        }
        assertThatThrownBy(() -> SUPERUSER.connect(url)).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> new Login("postgres", "wrong").connect(server.privateUrl("sendy")))
                .isInstanceOf(SQLException.class);
    }

    private static List<String> open(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            return files.filter(file ->
                            !Files.isSymbolicLink(file) && !file.toString().contains(".s.PGSQL."))
                    .filter(file -> Files.exists(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> mode(file) + " " + directory.relativize(file))
                    .filter(line -> !line.startsWith("rwx------") && !line.startsWith("rw-------"))
                    .toList();
        }
    }

    private static String mode(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException gone) {
            return "rw-------";
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Path bin() throws IOException {
        return PostgresBinaries.unpacked(DataDirectory.binaries());
    }

    private static Path programs() throws IOException {
        return Objects.requireNonNull(bin().getParent());
    }

    private boolean isRoot() throws IOException {
        return PrivateFiles.isRoot(PrivateFiles.account(directory));
    }
}
