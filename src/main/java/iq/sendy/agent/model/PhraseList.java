package iq.sendy.agent.model;

import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/**
 * List of phrases that a text is searched for. A phrase is words in their order; a star at the end of one stands for any
 * ending. Arabic words are found behind what is written together with them.
 */
final class PhraseList {

    private static final char ANY = '*';

    private final List<List<String>> phrases;

    private PhraseList(List<List<String>> phrases) {
        this.phrases = phrases;
    }

    /** One phrase in each line, or several between commas. */
    static PhraseList of(String lines) {
        var phrases = new ArrayList<List<String>>();
        for (var line : lines.lines().toList()) {
            var between = new StringTokenizer(line, ",");
            while (between.hasMoreTokens()) {
                var words = words(between.nextToken());
                if (!words.isEmpty()) {
                    phrases.add(words);
                }
            }
        }
        return new PhraseList(List.copyOf(phrases));
    }

    private static List<String> words(String phrase) {
        var words = new ArrayList<String>();
        for (var lexeme : ChatText.lexemes(phrase)) {
            if (lexeme.is("*")) {
                words.set(words.size() - 1, words.getLast() + ANY);
            } else {
                words.add(lexeme.text());
            }
        }
        return List.copyOf(words);
    }

    /** Whether one of them stands in the text. */
    boolean in(List<Lexeme> lexemes) {
        for (var at = 0; at < lexemes.size(); at++) {
            if (width(lexemes, at) > 0) {
                return true;
            }
        }
        return false;
    }

    /** How many lexemes the longest of them takes that begins at a place; 0 where none does. */
    int width(List<Lexeme> lexemes, int at) {
        var width = 0;
        var forms = lexemes.get(at).word()
                ? ChatText.forms(lexemes.get(at).text())
                : List.of(lexemes.get(at).text());
        for (var phrase : phrases) {
            if (phrase.size() > width && begins(phrase.getFirst(), forms) && follows(phrase, lexemes, at)) {
                width = phrase.size();
            }
        }
        return width;
    }

    private static boolean begins(String pattern, List<String> forms) {
        return forms.stream().anyMatch(form -> matches(pattern, form));
    }

    private static boolean follows(List<String> phrase, List<Lexeme> lexemes, int start) {
        if (start + phrase.size() > lexemes.size()) {
            return false;
        }
        for (var i = 1; i < phrase.size(); i++) {
            var lexeme = lexemes.get(start + i);
            var forms = lexeme.word() ? ChatText.forms(lexeme.text()) : List.of(lexeme.text());
            if (!begins(phrase.get(i), forms)) {
                return false;
            }
        }
        return true;
    }

    private static boolean matches(String pattern, String form) {
        return pattern.charAt(pattern.length() - 1) == ANY
                ? form.startsWith(pattern.substring(0, pattern.length() - 1))
                : form.equals(pattern);
    }
}
