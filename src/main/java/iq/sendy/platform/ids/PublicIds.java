package iq.sendy.platform.ids;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Short ids that strangers may see and people read aloud, such as {@code SN-7K3F-9QXM}: eight symbols of 32, no 0, O, 1
 * or I, unguessable, and without the creation time that a UUIDv7 gives away.
 */
@Component
public class PublicIds {

    private static final String SYMBOLS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    /** With dashes as it is written, or as it is heard: with blanks, or with nothing between. */
    private static final Pattern FORM = Pattern.compile("SN[- ]?([2-9A-HJ-NP-Z]{4})[- ]?([2-9A-HJ-NP-Z]{4})");

    private final SecureRandom random = new SecureRandom();

    public String next() {
        var id = new StringBuilder("SN-");
        for (var i = 0; i < 8; i++) {
            if (i == 4) {
                id.append('-');
            }
            id.append(SYMBOLS.charAt(random.nextInt(SYMBOLS.length())));
        }
        return id.toString();
    }

    /** The stored form of a public id written in any letter case; empty when it cannot be one. */
    public static Optional<String> parse(String written) {
        var read = FORM.matcher(written.toUpperCase(Locale.ROOT));
        return read.matches() ? Optional.of("SN-" + read.group(1) + "-" + read.group(2)) : Optional.empty();
    }
}
