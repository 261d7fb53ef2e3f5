package iq.sendy.platform.url;

import java.net.IDN;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Host parser: reads a host in one spelling only. Readers disagree about {@code 127.1}, {@code 0177.0.0.1} or {@code
 * 2130706433}, and what is checked by one and dialled by another is not checked: so anything but the canonical form is
 * refused, never repaired.
 */
public final class HostSyntax {

    /** A host in lower case: a name in ASCII, or an address. */
    public record Host(String text, @Nullable InetAddress literal) {}

    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern QUAD = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");
    private static final Pattern SIX = Pattern.compile("[0-9a-f:.]{2,45}");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final Set<String> LOCAL = Set.of("localhost", "local", "internal");
    private static final int LONGEST_NAME = 253;
    private static final int LONGEST_LABEL = 63;
    private static final char NON_JOINER = '\u200C';
    private static final char JOINER = '\u200D';

    private HostSyntax() {}

    /** Null where it is no host that everybody reads alike. */
    public static @Nullable Host read(String given) {
        var host = lowerCase(given);
        if (host.startsWith("[")) {
            return host.endsWith("]") ? six(host.substring(1, host.length() - 1)) : null;
        }
        if (QUAD.matcher(host).matches()) {
            return new Host(host, InetAddress.ofLiteral(host));
        }
        var name = ascii(host);
        return name != null && isName(name) && !endsInNumber(host) ? new Host(name, null) : null;
    }

    /** Whether it is a name, and none of those that mean something on this machine or network alone. */
    public static boolean isPublicName(String given) {
        var host = read(given);
        return host != null && host.literal() == null && !isLocal(host.text());
    }

    /**
     * Whether browsers open it, however strict others are: also a name with underscores, or with letters of any script that
     * are not composed. For what is only shown, never for what is called.
     */
    static boolean opened(String given) {
        var host = lowerCase(given);
        if (host.startsWith("[") || QUAD.matcher(host).matches()) {
            return read(host) != null;
        }
        var name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        if (name.length() > LONGEST_NAME || endsInNumber(name)) {
            return false;
        }
        for (var label : name.split("\\.", -1)) {
            if (label.isEmpty()
                    || label.length() > LONGEST_LABEL
                    || !label.codePoints().allMatch(HostSyntax::inLabel)) {
                return false;
            }
        }
        return true;
    }

    private static boolean inLabel(int symbol) {
        return switch (Character.getType(symbol)) {
            case Character.OTHER_SYMBOL -> symbol > 0xFF;
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default ->
                Character.isLetterOrDigit(symbol)
                        || symbol == '-'
                        || symbol == '_'
                        || symbol == NON_JOINER
                        || symbol == JOINER;
        };
    }

    /** Names that lead into the house whatever a resolver says of them. */
    public static boolean isLocal(String name) {
        var last = name.substring(name.lastIndexOf('.') + 1);
        return name.indexOf('.') < 0 || LOCAL.contains(last) || name.equals("home.arpa") || name.endsWith(".home.arpa");
    }

    private static @Nullable Host six(String text) {
        if (text.indexOf(':') < 0 || !SIX.matcher(text).matches()) {
            return null;
        }
        var tail = text.substring(text.lastIndexOf(':') + 1);
        if (tail.indexOf('.') >= 0 && !QUAD.matcher(tail).matches()) {
            return null;
        }
        try {
            return new Host(text, InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException notAnAddress) {
            return null;
        }
    }

    /** Letters of ASCII alone: a Kelvin sign must not become a k on the way. */
    private static String lowerCase(String text) {
        var lower = new StringBuilder(text.length());
        text.chars().forEach(c -> lower.append((char) (c >= 'A' && c <= 'Z' ? c + 32 : c)));
        return lower.toString();
    }

    /** Only what comes back the same: full-width digits, soft hyphens and their like would be repaired on the way. */
    private static @Nullable String ascii(String host) {
        if (host.chars().allMatch(c -> c < 128)) {
            return host;
        }
        // In ASCII a name is no shorter than in letters, and composing it takes time by the square of a row of accents.
        if (host.length() > 2 * LONGEST_NAME) {
            return null;
        }
        try {
            var ascii = IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            return IDN.toUnicode(ascii).equals(host) ? ascii : null;
        } catch (IllegalArgumentException notAName) {
            return null;
        }
    }

    private static boolean isName(String name) {
        if (name.length() > LONGEST_NAME) {
            return false;
        }
        for (var label : name.split("\\.", -1)) {
            if (!LABEL.matcher(label).matches()) {
                return false;
            }
        }
        return !endsInNumber(name);
    }

    /** Digits of any script: some readers take {@code ١} for 1. */
    private static boolean endsInNumber(String name) {
        var last = name.substring(name.lastIndexOf('.') + 1);
        return last.startsWith("0x") || last.codePoints().allMatch(Character::isDigit);
    }
}
