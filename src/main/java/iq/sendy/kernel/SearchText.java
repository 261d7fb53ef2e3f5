package iq.sendy.kernel;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Text folded for comparison, so that a search finds a name however it was spelt: letter case, tatweel, vowel marks,
 * hamza on alef, ya and alef maqsura, Persian and Kurdish letters and the three scripts of digits do not count.
 */
public final class SearchText {

    /** No text that is stored is longer; what comes behind it is not looked at. */
    private static final int LONGEST = 10_000;

    private static final char TATWEEL = '\u0640';
    private static final String FROM = "أإآٱىیېئؤةۃەھہکڪگڤڵڕۆۊێ";
    private static final String TO = "ااااييييوهههههكككفلرووي";

    private SearchText() {}

    /** The folded form of a text; two texts that a person would call the same word fold alike. */
    public static String fold(String text) {
        // Composed first: a hamza above an alef is a letter of its own and must not fall away with the marks.
        var composed = InputText.normal(bounded(text), Normalizer.Form.NFKC);
        var letters = new StringBuilder(composed.length());
        for (var i = 0; i < composed.length(); i++) {
            var at = FROM.indexOf(composed.charAt(i));
            letters.append(at < 0 ? composed.charAt(i) : TO.charAt(at));
        }
        return Digits.toAscii(bare(InputText.normal(letters.toString(), Normalizer.Form.NFD)))
                .toLowerCase(Locale.ROOT);
    }

    /** A folded text as the pattern of a LIKE that finds it anywhere. */
    public static String anywhere(String folded) {
        var pattern = new StringBuilder(folded.length() + 2).append('%');
        for (var i = 0; i < folded.length(); i++) {
            var c = folded.charAt(i);
            if (c == '\\' || c == '%' || c == '_') {
                pattern.append('\\');
            }
            pattern.append(c);
        }
        return pattern.append('%').toString();
    }

    /** Without marks and what has no shape, and with one space where there were blanks inside. */
    private static String bare(String decomposed) {
        var bare = new StringBuilder(decomposed.length());
        var gap = false;
        for (var i = 0; i < decomposed.length(); ) {
            var c = decomposed.codePointAt(i);
            if (InputText.blank(c)) {
                gap = !bare.isEmpty();
            } else if (c != TATWEEL && !InputText.mark(c) && !InputText.shapeless(c)) {
                if (gap) {
                    bare.append(' ');
                    gap = false;
                }
                bare.appendCodePoint(c);
            }
            i += Character.charCount(c);
        }
        return bare.toString();
    }

    private static String bounded(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }
}
