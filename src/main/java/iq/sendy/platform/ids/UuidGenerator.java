package iq.sendy.platform.ids;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Generator of UUIDv7s (RFC 9562): the time in milliseconds, then random bits. Their order is not the order of commits. */
@Component
public class UuidGenerator {

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    UuidGenerator(Clock clock) {
        this.clock = clock;
    }

    public UUID next() {
        var bytes = new byte[10];
        random.nextBytes(bytes);
        var high = (clock.millis() << 16) | 0x7000L | ((bytes[0] & 0x0FL) << 8) | (bytes[1] & 0xFFL);
        var low = 0L;
        for (var i = 2; i < 10; i++) {
            low = (low << 8) | (bytes[i] & 0xFFL);
        }
        return new UUID(high, (low & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L);
    }
}
