package iq.sendy.platform.database;

import iq.sendy.platform.settings.PrivateFiles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * Where the embedded server listens, kept from start to start.
 *
 * @param port on loopback
 * @param socketDirectory reached by our account alone: the data directory, or where its path does not fit into a socket's
 *     address, one that {@code postgres.socket} names
 * @param temporary whether it is such a one
 */
record ServerAddress(int port, Path socketDirectory, boolean temporary) {

    /**
     * Outside of what a system gives to whoever asks for any port (from 32768 on Linux, from 49152 elsewhere): nobody is
     * given ours while the server is being prepared, or between two starts.
     */
    private static final int LOWEST_PORT = 20_000;

    private static final int HIGHEST_PORT = 30_000;
    private static final int TRIES = 1_000;

    /** Of 104 bytes on macOS and 108 on Linux, with a zero at the end. */
    private static final int LONGEST_SOCKET = 103;

    /** What a list of directories, or the shell before it, would read as something else. */
    private static final Pattern ODD = Pattern.compile("[,'\"\\\\]");

    static ServerAddress of(Path directory, int account) throws IOException {
        var port = port(directory);
        if (fits(directory)) {
            return new ServerAddress(port, directory, false);
        }
        return new ServerAddress(port, elsewhere(directory.resolve("postgres.socket"), account), true);
    }

    /** The superuser's way, for the driver. */
    String privateUrl(String database) {
        var socket = socketDirectory.resolve(".s.PGSQL." + port).toString();
        return "jdbc:postgresql://localhost:" + port + "/" + database
                + "?sslmode=disable&gssEncMode=disable&requireAuth=scram-sha-256&socketFactory="
                + UnixSocketFactory.class.getName() + "&socketFactoryArg="
                + URLEncoder.encode(socket, StandardCharsets.UTF_8);
    }

    /** Leaves nothing behind outside of the data directory; the next start makes another. */
    void forget() throws IOException {
        if (temporary) {
            try {
                Files.deleteIfExists(socketDirectory);
            } catch (DirectoryNotEmptyException inUse) {
                // Something else of our account is there; it stays.
            }
        }
    }

    private static boolean fits(Path directory) {
        var longest = directory.resolve(".s.PGSQL." + HIGHEST_PORT).toString();
        return longest.getBytes(StandardCharsets.UTF_8).length <= LONGEST_SOCKET
                && !ODD.matcher(longest).find();
    }

    private static Path elsewhere(Path file, int account) throws IOException {
        if (Files.exists(file)) {
            var kept = Path.of(Files.readString(file).strip());
            if (Files.isDirectory(kept, LinkOption.NOFOLLOW_LINKS) && PrivateFiles.isPrivate(kept, account)) {
                return kept;
            }
        }
        var made = Files.createTempDirectory("sendy", PrivateFiles.DIRECTORY);
        if (!fits(made)) {
            throw new IOException("neither its path nor that of " + made + " is short enough for a socket");
        }
        PrivateFiles.write(file, made.toString());
        return made;
    }

    /** The port of the last start, unless a stranger has taken it since. */
    private static int port(Path directory) throws IOException {
        var file = directory.resolve("postgres.port");
        if (Files.exists(file)) {
            var port = Integer.parseInt(Files.readString(file).strip());
            if (isFree(port)) {
                return port;
            }
        }
        var port = ThreadLocalRandom.current()
                .ints(LOWEST_PORT, HIGHEST_PORT)
                .limit(TRIES)
                .filter(ServerAddress::isFree)
                .findFirst()
                .orElseThrow(() -> new IOException("no port is free"));
        PrivateFiles.write(file, Integer.toString(port));
        return port;
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
