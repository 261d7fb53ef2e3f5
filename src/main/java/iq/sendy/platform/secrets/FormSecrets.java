package iq.sendy.platform.secrets;

import iq.sendy.kernel.StoreId;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Secrets that the answer to a form shows once: drawn from the id of the form, which nobody else is told, so that each of
 * its sendings comes to the same. Without the master key nobody can draw them.
 */
@Component
public class FormSecrets {

    /** An old form that lies about shows no secret that is in use. */
    private static final Duration SHOWN_AGAIN = Duration.ofMinutes(10);

    private final Digests digests;
    private final Clock clock;

    FormSecrets(Digests digests, Clock clock) {
        this.digests = digests;
        this.clock = clock;
    }

    /** 32 bytes. */
    public byte[] draw(String purpose, StoreId store, UUID form) {
        return digests.of(purpose, store.value() + "/" + form);
    }

    /** The id of what the form makes, by which a second sending finds it. */
    public UUID id(String purpose, StoreId store, UUID form) {
        var drawn = ByteBuffer.wrap(draw(purpose, store, form));
        return new UUID(
                (drawn.getLong() & 0xFFFFFFFFFFFF0FFFL) | 0x8000L,
                (drawn.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L);
    }

    /** Whether a secret that was made then is shown once more. */
    public boolean showsAgain(Instant made) {
        return clock.instant().isBefore(made.plus(SHOWN_AGAIN));
    }
}
