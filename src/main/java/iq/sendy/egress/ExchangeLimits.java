package iq.sendy.egress;

import java.time.Duration;

/**
 * Limits of one exchange.
 *
 * @param connect until a connection stands, over all addresses of the name
 * @param exchange for the whole, from the call on
 * @param read bytes of the body that are read at most; a longer one is cut off with its connection
 * @param keep bytes of the body that are answered as text
 */
public record ExchangeLimits(Duration connect, Duration exchange, int read, int keep) {

    public static final ExchangeLimits USUAL =
            new ExchangeLimits(Duration.ofSeconds(3), Duration.ofSeconds(15), 16_384, 2_048);

    public ExchangeLimits {
        if (!connect.isPositive() || !exchange.isPositive() || read < 1 || keep < 0 || keep > read) {
            throw new IllegalArgumentException("Limits must be positive, and what is kept must be read");
        }
    }
}
