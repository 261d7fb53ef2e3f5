package iq.sendy.platform.database;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Another account of this machine, with a shell. Only root can lend it. */
final class Stranger {

    static final int NUMBER = 65_534;

    private Stranger() {}

    static void isNeeded() {
        assumeTrue(
                "root".equals(System.getProperty("user.name")) && Files.isExecutable(Path.of("/usr/bin/setpriv")),
                "only root can act as another account, by setpriv");
    }

    /** What came out of it, both ways. */
    record Tried(int exit, String said) {}

    static Tried tries(String command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        "/usr/bin/setpriv",
                        "--reuid=" + NUMBER,
                        "--regid=" + NUMBER,
                        "--clear-groups",
                        "bash",
                        "-c",
                        command)
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        process.waitFor(20, TimeUnit.SECONDS);
        return new Tried(process.exitValue(), said);
    }

    /** The first bytes of a server's answer to whoever says that name, as hexadecimal numbers. */
    static String knocks(int port, String role, String database) throws IOException, InterruptedException {
        var length = 8 + "user.".length() + role.length() + 1 + "database.".length() + database.length() + 2;
        var startup = "\\000\\000\\000\\%03o\\000\\003\\000\\000user\\000%s\\000database\\000%s\\000\\000"
                .formatted(length, role, database);
        return tries("exec 3<>/dev/tcp/127.0.0.1/" + port + " && printf '" + startup
                        + "' >&3 && timeout 5 head -c 9 <&3 | od -An -tx1")
                .said()
                .strip();
    }
}
