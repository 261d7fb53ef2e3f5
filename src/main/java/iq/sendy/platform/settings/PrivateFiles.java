package iq.sendy.platform.settings;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files that no other account of the machine may read or write. A directory is mended as a whole at each start: an
 * administrator made it for all to read, or a version before this one did.
 */
public final class PrivateFiles {

    private static final Logger LOG = LoggerFactory.getLogger(PrivateFiles.class);

    public static final FileAttribute<Set<PosixFilePermission>> FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    public static final FileAttribute<Set<PosixFilePermission>> DIRECTORY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private static final int ROOT = 0;
    private static final int PERMISSIONS = 0777;
    private static final int OWNER_RUNS = 0100;
    private static final int OTHERS_WRITE = 0022;

    private PrivateFiles() {}

    /** Makes a directory, or takes from everybody else all rights to one and to what is in it; links are not followed. */
    public static void keep(Path directory) {
        try {
            if (!Files.isDirectory(directory)) {
                Files.createDirectories(directory, DIRECTORY);
            }
            var top = directory.toRealPath();
            var account = account(top);
            var wasPrivate = isPrivate(top, account);
            Files.walkFileTree(top, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path entry, BasicFileAttributes attributes)
                        throws IOException {
                    // Its own keeper first looks who could write to it.
                    if (entry.equals(top.resolve("pgbin"))) {
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    mend(entry, account);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path entry, BasicFileAttributes attributes) throws IOException {
                    if (attributes.isRegularFile()) {
                        mend(entry, account);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path entry, IOException failed) throws IOException {
                    // A server that outlived its parent removes files meanwhile.
                    if (failed instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw failed;
                }
            });
            if (!wasPrivate) {
                LOG.warn("Other accounts of this machine could look into {}; now they cannot", top);
            }
        } catch (IOException failed) {
            throw StartRefused.by(failed, "SENDY_DATA_DIR cannot be " + directory);
        }
    }

    /** Whether others than its owner may write there. */
    public static boolean othersWrite(Path entry) throws IOException {
        return (number(entry, "mode") & OTHERS_WRITE) != 0;
    }

    /** Whether what is there can be trusted with being run: ours or the administrator's, and nobody else writes it. */
    public static boolean isOurs(Path entry, int account) throws IOException {
        var owner = number(entry, "uid");
        return (owner == account || owner == ROOT) && !othersWrite(entry);
    }

    /** Whether only this account may even look into it. */
    public static boolean isPrivate(Path entry, int account) throws IOException {
        return number(entry, "uid") == account && (number(entry, "mode") & PERMISSIONS & ~0700) == 0;
    }

    /** The account that Sendy runs as, as the file system numbers it. */
    public static int account(Path directory) throws IOException {
        var probe = Files.createTempFile(directory, "owner", "", FILE);
        try {
            return number(probe, "uid");
        } finally {
            Files.delete(probe);
        }
    }

    public static boolean isRoot(int account) {
        return account == ROOT;
    }

    /** Writes a file whole or not at all. */
    public static void write(Path file, String text) throws IOException {
        var whole = Files.createTempFile(file.resolveSibling(".").normalize(), "new", "", FILE);
        try (SeekableByteChannel channel = Files.newByteChannel(whole, StandardOpenOption.WRITE)) {
            channel.write(StandardCharsets.UTF_8.encode(text));
        }
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void mend(Path entry, int account) throws IOException {
        int owner;
        int mode;
        try {
            owner = number(entry, "uid");
            mode = number(entry, "mode");
        } catch (NoSuchFileException gone) {
            return;
        }
        var runs = Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS) || (mode & OWNER_RUNS) != 0;
        var wanted = runs ? DIRECTORY.value() : FILE.value();
        if (owner != account) {
            if (owner == ROOT && (mode & OTHERS_WRITE) == 0) {
                // What comes with a mounted disk, such as lost+found.
                return;
            }
            throw new StartRefused(entry + " belongs to another account than the one that Sendy runs as;"
                    + " give it to that account, or name another SENDY_DATA_DIR");
        }
        if ((mode & PERMISSIONS) == (runs ? 0700 : 0600)) {
            return;
        }
        try {
            Files.setPosixFilePermissions(entry, wanted);
        } catch (NoSuchFileException gone) {
            return;
        }
        if ((number(entry, "mode") & PERMISSIONS & ~0700) != 0) {
            throw new StartRefused(entry + " can be opened by other accounts, and its file system keeps it so;"
                    + " name another SENDY_DATA_DIR");
        }
    }

    private static int number(Path entry, String attribute) throws IOException {
        return (Integer) Files.getAttribute(entry, "unix:" + attribute, LinkOption.NOFOLLOW_LINKS);
    }
}
