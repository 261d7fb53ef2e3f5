package iq.sendy.accounts;

import iq.sendy.accounts.model.PasswordPolicy;
import iq.sendy.kernel.Phone;
import iq.sendy.platform.compute.ComputeBound;
import iq.sendy.platform.compute.ComputeKind;
import iq.sendy.platform.compute.ComputePool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;

/**
 * Passwords at rest: Argon2id with the parameters in each hash. A hash costs 19 MiB and some tens of milliseconds, so they
 * take turns; who would wait longer than two seconds is told to come again.
 */
@Component
class PasswordHashing {

    private static final int SALT = 16;
    private static final int TAG = 32;
    private static final int LANES = 1;
    private static final int KIBIBYTES = 19_456;
    private static final int PASSES = 2;

    private final Argon2PasswordEncoder argon = new Argon2PasswordEncoder(SALT, TAG, LANES, KIBIBYTES, PASSES);
    private final PasswordPolicy passwordPolicy = new PasswordPolicy(common());

    /** What an unknown phone is compared with, so that its answer takes as long as a wrong password's. */
    private final String nobodys = drawn();

    private final ComputePool compute;

    PasswordHashing(ComputePool compute) {
        this.compute = compute;
    }

    boolean weak(String password, @Nullable Phone phone) {
        return passwordPolicy.weak(password, phone);
    }

    String hash(String password) {
        var composed = PasswordPolicy.composed(password);
        return compute.run(ComputeKind.PASSWORD_HASH, () -> encode(composed));
    }

    /** Whether the password is the one that was hashed; always works as hard, also without a hash. */
    boolean matches(String password, @Nullable String hash) {
        var composed = PasswordPolicy.composed(password);
        var judged = PasswordPolicy.tooLong(composed) ? "" : composed;
        var right = compute.run(ComputeKind.PASSWORD_HASH, () -> fits(judged, hash == null ? nobodys : hash));
        return right && hash != null && !judged.isEmpty();
    }

    /** Whether it was hashed with less work than is asked for now. */
    boolean outdated(String hash) {
        return argon.upgradeEncoding(hash);
    }

    @ComputeBound
    private boolean fits(String composed, String hash) {
        return argon.matches(composed, hash);
    }

    @ComputeBound
    private String encode(String composed) {
        return Objects.requireNonNull(argon.encode(composed));
    }

    /** A hash that no password is known for: drawn and not computed, since each start makes one. */
    static String drawn() {
        return "$argon2id$v=19$m=" + KIBIBYTES + ",t=" + PASSES + ",p=" + LANES + "$" + drawn(SALT) + "$" + drawn(TAG);
    }

    private static String drawn(int bytes) {
        return Base64.getEncoder()
                .withoutPadding()
                .encodeToString(KeyGenerators.secureRandom(bytes).generateKey());
    }

    private static Set<String> common() {
        try {
            var text =
                    new ClassPathResource("accounts/common-passwords.txt").getContentAsString(StandardCharsets.UTF_8);
            return new HashSet<>(text.lines().toList());
        } catch (IOException broken) {
            throw new UncheckedIOException("The jar lacks its list of common passwords", broken);
        }
    }
}
