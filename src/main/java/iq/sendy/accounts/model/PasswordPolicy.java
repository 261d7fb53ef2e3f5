package iq.sendy.accounts.model;

import iq.sendy.kernel.Digits;
import iq.sendy.kernel.InputText;
import iq.sendy.kernel.Phone;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Password policy: no rules of composition, but no password that a guesser tries first. */
public final class PasswordPolicy {

    private static final int LEAST = 8;
    private static final int MOST = 128;

    /** As many digits as an Iraqi number has behind its country code. */
    private static final int NATIONAL = 10;

    private final Set<String> common;

    /** @param common the commonest passwords in lower case */
    public PasswordPolicy(Set<String> common) {
        this.common = Set.copyOf(common);
    }

    /**
     * The one form in which a password is judged, hashed and compared, however its accents were typed; none of one that is
     * too long in any spelling, since composing takes time by the square of a row of accents.
     */
    public static String composed(String typed) {
        return InputText.beyondSecret(typed) ? "" : Normalizer.normalize(typed, Normalizer.Form.NFC);
    }

    /** Whether it is longer than any password can be, so that nobody hashes a novel. */
    public static boolean tooLong(String composed) {
        return composed.codePointCount(0, composed.length()) > MOST;
    }

    public boolean weak(String typed, @Nullable Phone phone) {
        var password = composed(typed);
        if (password.codePointCount(0, password.length()) < LEAST || tooLong(password)) {
            return true;
        }
        var plain = Digits.toAscii(password).toLowerCase(Locale.ROOT);
        return common.contains(plain)
                || repeated(plain)
                || straight(plain)
                || (phone != null && numberOf(phone, plain));
    }

    /** One to three characters over and over: {@code aaaaaaaa}, {@code 12121212}, {@code abcabcabc}. */
    private static boolean repeated(String plain) {
        for (var unit = 1; unit <= 3; unit++) {
            var again = plain.substring(0, unit).repeat(plain.length() / unit + 1);
            if (again.startsWith(plain)) {
                return true;
            }
        }
        return false;
    }

    /** A run of neighbours, up or down: {@code 23456789}, {@code hgfedcba}. */
    private static boolean straight(String plain) {
        var up = true;
        var down = true;
        for (var i = 1; i < plain.length(); i++) {
            var step = plain.charAt(i) - plain.charAt(i - 1);
            up &= step == 1 || (plain.charAt(i - 1) == '9' && plain.charAt(i) == '0');
            down &= step == -1 || (plain.charAt(i - 1) == '0' && plain.charAt(i) == '9');
        }
        return up || down;
    }

    /** The number with or without its prefix, however it is grouped. */
    private static boolean numberOf(Phone phone, String plain) {
        var digits = new StringBuilder();
        for (var i = 0; i < plain.length(); i++) {
            var c = plain.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if (Character.isLetter(c)) {
                return false;
            }
        }
        var national = phone.value().substring(phone.value().length() - NATIONAL);
        var typed = digits.toString();
        return typed.endsWith(national) || (typed.length() >= LEAST && national.endsWith(typed));
    }
}
