package iq.sendy.agent.model;

import iq.sendy.agent.model.Lexeme.LexemeKind;
import iq.sendy.kernel.SearchText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringTokenizer;

/**
 * Text of a chat, taken apart for rules: folded as a search folds it, so that neither marks, nor letters of two scripts, nor
 * digits of any script, nor characters without a shape hide a word or a number.
 */
final class ChatText {

    /** What may stand inside a number, between two digits. */
    private static final String SEPARATORS = ",.'’٬٫،";

    private static final String THREE = "سێ";

    private ChatText() {}

    /** The text folded line by line. */
    static String fold(String text) {
        var folded = new StringBuilder(text.length());
        for (var line : text.lines().toList()) {
            if (!folded.isEmpty()) {
                folded.append('\n');
            }
            folded.append(digits(SearchText.fold(three(line))));
        }
        return folded.toString();
    }

    /** Three and thirty of Sorani are two words, and fold to one. */
    private static String three(String line) {
        var at = line.indexOf(THREE);
        if (at < 0) {
            return line;
        }
        var told = new StringBuilder(line);
        for (; at >= 0; at = told.indexOf(THREE, at + 1)) {
            var end = at + THREE.length();
            var alone = (at == 0 || !Character.isLetter(told.charAt(at - 1)))
                    && (end == told.length() || !Character.isLetter(told.charAt(end)));
            if (alone) {
                told.replace(at, end, "3");
            }
        }
        return told.toString();
    }

    /** Digits of scripts that nobody here writes are digits all the same to whoever reads them. */
    private static String digits(String folded) {
        StringBuilder ascii = null;
        for (var i = 0; i < folded.length(); i++) {
            var c = folded.charAt(i);
            if (c > '9' && Character.isDigit(c)) {
                ascii = ascii == null ? new StringBuilder(folded) : ascii;
                ascii.setCharAt(i, (char) ('0' + Character.digit(c, 10)));
            }
        }
        return ascii == null ? folded : ascii.toString();
    }

    static List<Lexeme> lexemes(String text) {
        return lex(fold(text));
    }

    /** The parts of a folded text. */
    static List<Lexeme> lex(String folded) {
        var lexemes = new ArrayList<Lexeme>();
        var glued = false;
        for (var i = 0; i < folded.length(); ) {
            var c = folded.codePointAt(i);
            if (c == ' ') {
                glued = false;
                i++;
                continue;
            }
            var end = end(folded, i, c);
            var part = folded.substring(i, end);
            if (digit(c)) {
                number(part, glued, lexemes);
            } else {
                lexemes.add(new Lexeme(Character.isLetter(c) ? LexemeKind.WORD : LexemeKind.SIGN, part, glued));
            }
            glued = c != '\n';
            i = end;
        }
        return lexemes;
    }

    private static int end(String folded, int start, int first) {
        var end = start + Character.charCount(first);
        if (digit(first)) {
            while (end < folded.length() && inNumber(folded, end)) {
                end++;
            }
        } else if (Character.isLetter(first)) {
            while (end < folded.length() && Character.isLetter(folded.codePointAt(end))) {
                end += Character.charCount(folded.codePointAt(end));
            }
        }
        return end;
    }

    /** A separator belongs to it where a digit follows; a blank where three digits follow and no more. */
    private static boolean inNumber(String folded, int at) {
        var c = folded.charAt(at);
        if (digit(c)) {
            return true;
        }
        return at + 1 < folded.length() && digit(folded.charAt(at + 1)) && SEPARATORS.indexOf(c) >= 0;
    }

    /** What is one number stays one; a list of sizes or a date is many. */
    private static void number(String typed, boolean glued, List<Lexeme> lexemes) {
        if (WrittenNumber.single(typed)) {
            lexemes.add(new Lexeme(LexemeKind.NUMBER, typed, glued));
            return;
        }
        var start = 0;
        for (var i = 0; i <= typed.length(); i++) {
            if (i == typed.length() || !digit(typed.charAt(i))) {
                lexemes.add(new Lexeme(LexemeKind.NUMBER, typed.substring(start, i), glued || start > 0));
                if (i < typed.length()) {
                    lexemes.add(new Lexeme(LexemeKind.SIGN, typed.substring(i, i + 1), true));
                }
                start = i + 1;
            }
        }
    }

    static boolean digit(int c) {
        return c >= '0' && c <= '9';
    }

    /** An Arabic word without what is written together with it: and, so, by, for, the. The word itself comes first. */
    static List<String> forms(String word) {
        var forms = new ArrayList<String>();
        forms.add(word);
        var rest = strip(word, "وف", forms);
        rest = strip(rest, "بلك", forms);
        if (rest.length() > 3 && (rest.startsWith("ال") || rest.startsWith("لل"))) {
            forms.add(rest.substring(2));
        }
        return forms;
    }

    private static String strip(String word, String letters, List<String> forms) {
        if (word.length() < 3 || letters.indexOf(word.charAt(0)) < 0) {
            return word;
        }
        var rest = word.substring(1);
        forms.add(rest);
        return rest;
    }

    static boolean isOneOf(Lexeme lexeme, Set<String> words) {
        return lexeme.word() && forms(lexeme.text()).stream().anyMatch(words::contains);
    }

    /** The words of a list, folded. */
    static Set<String> words(String lines) {
        var words = new HashSet<String>();
        var each = new StringTokenizer(fold(lines));
        while (each.hasMoreTokens()) {
            words.add(each.nextToken());
        }
        return Set.copyOf(words);
    }

    /** A text as it was written, but for addresses, which are in no language. */
    static String withoutAddresses(String text) {
        var words = new StringBuilder(text.length());
        var each = new StringTokenizer(text, " \n\t", true);
        while (each.hasMoreTokens()) {
            var word = each.nextToken();
            words.append(word.contains("://") || word.contains("@") || word.startsWith("www.") ? " " : word);
        }
        return words.toString();
    }

    /** The one at a place, or a break where there is none. */
    static Lexeme at(List<Lexeme> lexemes, int place) {
        return place < 0 || place >= lexemes.size() ? Lexeme.BREAK : lexemes.get(place);
    }
}
