package iq.sendy.storefront;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Codes of share links: eight of 28 letters and digits, so that nobody happens on one, none of them taken for another when
 * it is read aloud or off paper, and without vowels, so that no code is a word.
 */
@Component
class LinkCodes {

    private static final String SYMBOLS = "23456789bcdfghjkmnpqrstvwxyz";
    private static final int LENGTH = 8;

    private final SecureRandom random = new SecureRandom();

    String next() {
        var code = new StringBuilder();
        for (var i = 0; i < LENGTH; i++) {
            code.append(SYMBOLS.charAt(random.nextInt(SYMBOLS.length())));
        }
        return code.toString();
    }

    /** The stored form of a code written in any letter case; empty when it cannot be one. */
    static Optional<String> parse(String written) {
        var code = written.length() == LENGTH ? written.toLowerCase(Locale.ROOT) : "";
        return !code.isEmpty() && code.chars().allMatch(symbol -> SYMBOLS.indexOf(symbol) >= 0)
                ? Optional.of(code)
                : Optional.empty();
    }
}
