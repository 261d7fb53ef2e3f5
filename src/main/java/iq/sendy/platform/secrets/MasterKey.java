package iq.sendy.platform.secrets;

import iq.sendy.platform.settings.DataHome;
import iq.sendy.platform.settings.StartRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The key everything secret at rest hangs on: {@code SENDY_SECRET_KEY}, or a file of mode 0600 in the data directory. It is
 * never used itself; each purpose has a key of its own, derived by HKDF-SHA-256.
 */
@Component
public class MasterKey {

    private final byte[] material;

    MasterKey(@Value("${sendy.secret.key:}") String given, DataHome home) {
        var text = given.isBlank() ? kept(home.privateDirectory().resolve("secret.key")) : given.strip();
        this.material = text.getBytes(StandardCharsets.UTF_8);
    }

    /** A 256-bit key for one purpose. */
    public byte[] key(String purpose) {
        try {
            var input = HKDFParameterSpec.ofExtract()
                    .addIKM(new SecretKeySpec(material, "HKDF"))
                    .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), 32);
            return KDF.getInstance("HKDF-SHA256").deriveData(input);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This JDK lacks HKDF-SHA256", missing);
        }
    }

    /** A secret text for one purpose, the same in every process that shares the master key. */
    public String derived(String purpose) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key(purpose));
    }

    private static String kept(Path file) {
        try {
            if (!Files.exists(file)) {
                write(file);
            }
            return Files.readString(file).strip();
        } catch (IOException failed) {
            throw StartRefused.by(failed, "SENDY_DATA_DIR cannot hold the master key");
        }
    }

    private static void write(Path file) throws IOException {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel =
                Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mode)) {
            channel.write(StandardCharsets.UTF_8.encode(Base64.getEncoder().encodeToString(bytes)));
        } catch (FileAlreadyExistsException other) {
            // A process that starts at the same moment wrote it; both read that one.
        }
    }
}
