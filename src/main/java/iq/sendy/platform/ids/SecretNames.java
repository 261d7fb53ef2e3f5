package iq.sendy.platform.ids;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Names that nobody guesses: 128 random bits as 32 hexadecimal digits. Who has the name may see what it names. */
@Component
public class SecretNames {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

    private final SecureRandom random = new SecureRandom();

    public String next() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Whether this could be one of them. */
    public static boolean valid(String written) {
        return FORM.matcher(written).matches();
    }
}
