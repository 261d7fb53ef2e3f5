package iq.sendy.meta.model;

import iq.sendy.kernel.InputText;
import org.jspecify.annotations.Nullable;

/**
 * Text that a customer sent, as it may be kept: cleaned as all text that strangers send, and cut rather than refused, since
 * nobody could tell its sender what is wrong with it.
 */
public final class SentText {

    /** WhatsApp lets people write 4,096 characters and more; whatever is behind this was not typed. */
    static final int LONGEST = 10_000;

    /** A name, a title, an address. */
    static final int LONGEST_LINE = 300;

    private static final int LONGEST_EMOJI = 32;
    private static final char REPLACEMENT = '\uFFFD';

    private SentText() {}

    /** Lines of text; null when nothing in it can be seen. */
    static @Nullable String lines(@Nullable String sent) {
        return cleaned(sent, LONGEST);
    }

    /** What stands on one line; null when nothing in it can be seen. */
    static @Nullable String line(@Nullable String sent) {
        return sent == null ? null : cleaned(sent.replace('\n', ' ').replace('\r', ' '), LONGEST_LINE);
    }

    /** An emoji with the marks that give it its colours; null when there is none. */
    static @Nullable String emoji(@Nullable String sent) {
        if (sent == null || InputText.blank(sent)) {
            return null;
        }
        var seen = new StringBuilder();
        cut(sent, LONGEST_EMOJI)
                .codePoints()
                .filter(c -> !Character.isISOControl(c) && !steering(c))
                .forEach(seen::appendCodePoint);
        return seen.toString();
    }

    /** Without what PostgreSQL does not take as text: NUL, and half of a pair. */
    public static String storable(String sent) {
        for (var i = 0; i < sent.length(); i++) {
            if (sent.charAt(i) == 0 || Character.isSurrogate(sent.charAt(i))) {
                return replaced(sent);
            }
        }
        return sent;
    }

    private static String replaced(String sent) {
        var kept = new StringBuilder(sent.length());
        sent.codePoints()
                .map(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) ? REPLACEMENT : c)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static @Nullable String cleaned(@Nullable String sent, int most) {
        if (sent == null) {
            return null;
        }
        var shown = InputText.clean(withoutControls(cut(sent, 2 * most)));
        var kept = InputText.clean(cut(shown, most));
        return kept.isEmpty() ? null : kept;
    }

    /** Line ends become one sign each, tabs stay; other controls mean nothing to a reader. */
    private static String withoutControls(String sent) {
        if (sent.chars().noneMatch(c -> c != '\n' && c != '\t' && Character.isISOControl(c))) {
            return storable(sent);
        }
        var kept = new StringBuilder(sent.length());
        storable(sent.replace("\r\n", "\n").replace('\r', '\n'))
                .codePoints()
                .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean steering(int c) {
        return Character.getType(c) == Character.FORMAT && c != '\u200D' && c < 0xE0000;
    }

    /** At most so many UTF-16 units, and no half of a pair at its end. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
