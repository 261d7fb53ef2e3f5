package iq.sendy.platform.database;

import iq.sendy.platform.settings.PrivateFiles;
import iq.sendy.platform.settings.StartRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The programs that run the embedded server: those that come along, or those of an installation that somebody maintains.
 *
 * @param bin the directory of {@code postgres}, {@code initdb} and {@code pg_ctl}
 */
record PostgresInstallation(Path bin, int version) {

    private static final List<String> PROGRAMS = List.of("postgres", "initdb", "pg_ctl");
    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");
    private static final int OLDEST = 16;
    private static final int BUNDLED = 18;

    static PostgresInstallation bundled(Path home) throws IOException {
        return new PostgresInstallation(PostgresBinaries.unpacked(home), BUNDLED);
    }

    /** An installation that {@code SENDY_POSTGRES_BIN} names. */
    static PostgresInstallation given(String directory, int account) {
        try {
            var bin = Path.of(directory).toRealPath();
            for (var program : PROGRAMS) {
                if (!Files.isExecutable(bin.resolve(program))) {
                    throw refused(directory, "it has no program " + program);
                }
                if (!PrivateFiles.isOurs(bin.resolve(program).toRealPath(), account)) {
                    throw refused(directory, "others than root and Sendy's account may change its " + program);
                }
            }
            if (!PrivateFiles.isOurs(bin, account)) {
                throw refused(directory, "others than root and Sendy's account may write there");
            }
            var version = version(bin);
            if (version < OLDEST || version > BUNDLED) {
                throw refused(directory, "it is version " + version);
            }
            return new PostgresInstallation(bin, version);
        } catch (IOException | IllegalArgumentException failed) {
            throw new StartRefused(line(directory, "it cannot be read: " + failed), failed);
        }
    }

    /** A directory that one version wrote is no directory for another. */
    void check(Path data) throws IOException {
        var written = Files.readString(data.resolve("PG_VERSION")).strip();
        if (!written.equals(Integer.toString(version))) {
            throw new StartRefused("The database in " + data + " was written by PostgreSQL " + written + " and " + bin
                    + " is version " + version
                    + "; let SENDY_POSTGRES_BIN name the former, or dump it and restore it into a new SENDY_DATA_DIR");
        }
    }

    private static int version(Path bin) throws IOException {
        var process = new ProcessBuilder(bin.resolve("postgres").toString(), "--version")
                .redirectErrorStream(true)
                .start();
        try (var answer = process.getInputStream()) {
            var said = new String(answer.readNBytes(1_000), StandardCharsets.UTF_8);
            var found = VERSION.matcher(said);
            if (!found.find()) {
                throw new IOException("its postgres does not say its version");
            }
            return Integer.parseInt(found.group(1));
        } finally {
            process.destroy();
        }
    }

    private static StartRefused refused(String directory, String why) {
        return new StartRefused(line(directory, why));
    }

    private static String line(String directory, String why) {
        return "SENDY_POSTGRES_BIN must be the directory of the programs of a PostgreSQL 16 to 18,"
                + " like /usr/lib/postgresql/18/bin, and not " + directory + ": " + why;
    }
}
