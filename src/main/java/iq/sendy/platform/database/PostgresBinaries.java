package iq.sendy.platform.database;

import iq.sendy.platform.settings.PrivateFiles;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL that comes along, unpacked where nobody but Sendy writes, under the checksum of what it was unpacked from. */
final class PostgresBinaries {

    private static final int OWNER_RUNS = 0100;

    /** What is not whole: it may be thrown away at any time. */
    private static final String HALF = "unpacking";

    /** Under a checksum and a length; the first versions had other names. */
    private static final Pattern UNPACKED = Pattern.compile("PG-.+|[0-9a-f]{8}-[0-9]+");

    private PostgresBinaries() {}

    /** The programs and all they need, packed; it is read twice. */
    @FunctionalInterface
    interface Archive {

        InputStream open() throws IOException;
    }

    /** The directory of the programs that come along. */
    static Path unpacked(Path home) throws IOException {
        return unpacked(home, PostgresBinaries::bundled);
    }

    /** The directory of its programs. Processes of tests share what is unpacked, so it is done under a lock. */
    static synchronized Path unpacked(Path home, Archive packed) throws IOException {
        var real = home.toRealPath();
        try (var channel = lock(real);
                var lock = channel.lock()) {
            var unpacked = real.resolve(checksum(packed));
            if (lock.isValid() && !Files.exists(unpacked)) {
                var half = real.resolve(HALF);
                FileSystemUtils.deleteRecursively(half);
                unpack(packed, half);
                Files.move(half, unpacked);
            }
            return unpacked.resolve("bin");
        }
    }

    private static FileChannel lock(Path home) throws IOException {
        return FileChannel.open(
                home.resolve("lock"), Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), PrivateFiles.FILE);
    }

    /**
     * Takes away what other versions unpacked, 60 MB each, once the server of the data directory has stopped: none runs from
     * there any more. Where the directory is a link others may share it, and all of it stays.
     *
     * @param used the programs of this start, wherever they are
     */
    static synchronized void forgetOld(Path home, Path used) throws IOException {
        if (Files.isSymbolicLink(home)) {
            return;
        }
        var real = home.toRealPath();
        var old = entries(real, "*").stream()
                .filter(entry ->
                        UNPACKED.matcher(entry.getFileName().toString()).matches())
                .filter(entry -> !used.startsWith(entry))
                .toList();
        if (old.isEmpty()) {
            return;
        }
        try (var channel = lock(real);
                var lock = channel.lock()) {
            for (var entry : lock.isValid() ? old : List.<Path>of()) {
                forget(entry, real.resolve(HALF));
            }
        }
    }

    /** First under another name: what is half taken away must not be found under its checksum. */
    private static void forget(Path entry, Path half) throws IOException {
        FileSystemUtils.deleteRecursively(half);
        Files.move(entry, half);
        FileSystemUtils.deleteRecursively(half);
    }

    /** Makes the directory or closes it, emptied first when others could write there: who knows what they left. */
    static void secure(Path home) throws IOException {
        if (Files.isDirectory(home)) {
            var real = home.toRealPath();
            if (PrivateFiles.othersWrite(real)) {
                Files.setPosixFilePermissions(real, PrivateFiles.DIRECTORY.value());
                for (var entry : entries(real, "*")) {
                    FileSystemUtils.deleteRecursively(entry);
                }
            }
        }
        PrivateFiles.keep(home);
    }

    private static List<Path> entries(Path directory, String glob) throws IOException {
        try (var entries = Files.newDirectoryStream(directory, glob)) {
            var found = new ArrayList<Path>();
            entries.forEach(found::add);
            return found;
        }
    }

    /** Tells one version from another, and need not withstand anybody: who writes the archive writes the programs. */
    private static String checksum(Archive packed) throws IOException {
        try (var archive = new CheckedInputStream(packed.open(), new CRC32())) {
            var length = archive.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().toHexDigits((int) archive.getChecksum().getValue()) + "-" + length;
        }
    }

    private static InputStream bundled() throws IOException {
        var system = System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
        var processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        var name = "postgres-" + system + (processor.matches("aarch64|arm64") ? "-arm_64" : "-x86_64") + ".txz";
        var found = PostgresBinaries.class.getResourceAsStream("/" + name);
        if (found == null) {
            throw new IOException("no PostgreSQL comes along for this machine (" + name + ")");
        }
        return found;
    }

    private static void unpack(Archive packed, Path home) throws IOException {
        try (var archive =
                new TarArchiveInputStream(new BufferedInputStream(new XZInputStream(packed.open()), 1 << 16))) {
            for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                unpack(entry, archive, home);
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path home) throws IOException {
        var target = home.resolve(entry.getName()).normalize();
        if (!target.startsWith(home)) {
            throw new IOException("the archive names a file outside of it: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target, PrivateFiles.DIRECTORY);
            return;
        }
        Files.createDirectories(target.resolve("..").normalize(), PrivateFiles.DIRECTORY);
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        if (entry.isLink()) {
            Files.createLink(target, home.resolve(entry.getLinkName()).normalize());
            return;
        }
        var runs = (entry.getMode() & OWNER_RUNS) != 0 || target.startsWith(home.resolve("bin"));
        try (var file = Files.newByteChannel(
                target,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                runs ? PrivateFiles.DIRECTORY : PrivateFiles.FILE)) {
            content.transferTo(Channels.newOutputStream(file));
        }
    }
}
