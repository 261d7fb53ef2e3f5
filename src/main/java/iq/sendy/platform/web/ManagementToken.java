package iq.sendy.platform.web;

import iq.sendy.platform.settings.StartRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an operator shows to change something on the management port: {@code SENDY_MANAGEMENT_TOKEN}, or with the embedded
 * database the file {@code management.token} beside it, readable by its owner alone. Without either nothing is changed.
 */
final class ManagementToken {

    private static final String FILE = "management.token";

    private final byte @Nullable [] token;

    /** With no directory to keep one in, there is only the one that was given. */
    ManagementToken(String given, @Nullable Path directory) {
        if (!given.isBlank()) {
            this.token = bytes(given.strip());
        } else {
            this.token = directory == null ? null : kept(directory.resolve(FILE));
        }
    }

    boolean opens(String shown) {
        return token != null && MessageDigest.isEqual(token, bytes(shown));
    }

    private static byte[] kept(Path file) {
        try {
            if (!Files.exists(file)) {
                write(file);
            }
            return bytes(Files.readString(file).strip());
        } catch (IOException failed) {
            throw StartRefused.by(failed, "SENDY_DATA_DIR cannot hold the operators' token");
        }
    }

    private static void write(Path file) throws IOException {
        var random = new byte[32];
        new SecureRandom().nextBytes(random);
        var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel =
                Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mode)) {
            channel.write(StandardCharsets.UTF_8.encode(
                    Base64.getUrlEncoder().withoutPadding().encodeToString(random) + "\n"));
        } catch (FileAlreadyExistsException other) {
            // A process that starts at the same moment wrote it; both read that one.
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
