package iq.sendy.agent.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** References of orders in a reply: only those that a tool told may be there. */
final class ReplyReferences {

    private static final int PART = 4;
    private static final int NEAR = 4;
    private static final String DASHES = "-–—‑";

    private static final Set<String> ORDER = ChatText.words("""
            طلب طلبك طلبج طلبكم طلبيه طلبيتك طلبيتج طلبيتكم داواکارییەکەتان داواکاری داواکارییەکەت داواکاریەکەت داواکارییەکە داواکاریت
            order orders ord sifariş sifarişa ferman fermana
            """);
    private static final Set<String> NUMBER = ChatText.words("""
            رقم رقمه رقمها ژمارە ژمارەی ژمارەکەی number no num nr hejmar hejmara ref reference
            """);

    private ReplyReferences() {}

    /** Whether a folded text has a public id that is none of these. */
    static boolean foreignId(String folded, Set<String> told) {
        for (var at = folded.indexOf("sn"); at >= 0; at = folded.indexOf("sn", at + 1)) {
            var id = id(folded, at);
            if (!id.isEmpty() && !told.contains(id)) {
                return true;
            }
        }
        return false;
    }

    /** The public id that begins at a place, with its dashes; empty where none does. */
    private static String id(String folded, int start) {
        if (start > 0 && alphanumeric(folded.charAt(start - 1))) {
            return "";
        }
        var first = part(folded, start + 2);
        if (first < 0) {
            return "";
        }
        var second = part(folded, first);
        if (second < 0 || (second < folded.length() && alphanumeric(folded.charAt(second)))) {
            return "";
        }
        return "sn-" + folded.substring(first - PART, first) + "-" + folded.substring(second - PART, second);
    }

    /** Behind a dash and four letters or digits; -1 where there are none. */
    private static int part(String folded, int start) {
        var at = start < folded.length() && DASHES.indexOf(folded.charAt(start)) >= 0 ? start + 1 : -1;
        if (at < 0 || at + PART > folded.length()) {
            return -1;
        }
        return folded.substring(at, at + PART).chars().allMatch(c -> alphanumeric((char) c)) ? at + PART : -1;
    }

    private static boolean alphanumeric(char c) {
        return (c >= 'a' && c <= 'z') || ChatText.digit(c);
    }

    /** The numbers of orders that are not among these, and what is left without those that are. */
    record Numbers(boolean anyForeign, List<Lexeme> rest) {

        Numbers {
            rest = List.copyOf(rest);
        }
    }

    static Numbers numbers(List<Lexeme> lexemes, Set<String> told) {
        var rest = new ArrayList<Lexeme>();
        var foreign = false;
        for (var at = 0; at < lexemes.size(); at++) {
            var lexeme = lexemes.get(at);
            if (lexeme.number() && reference(lexemes, at)) {
                foreign |= !told.contains(lexeme.text());
                rest.add(new Lexeme(Lexeme.LexemeKind.SIGN, "#", false));
            } else {
                rest.add(lexeme);
            }
        }
        return new Numbers(foreign, rest);
    }

    private static boolean reference(List<Lexeme> lexemes, int at) {
        var before = ChatText.at(lexemes, at - 1);
        var digits = lexemes.get(at).text();
        if (!digits.chars().allMatch(ChatText::digit)) {
            return false;
        }
        if (before.is("#")) {
            return digits.length() > 1 || orderNear(lexemes, at);
        }
        if (before.is("-") && before.glued()) {
            return ChatText.at(lexemes, at - 2).text().equals("ord");
        }
        return named(lexemes, at);
    }

    /** Order number 7; with the number's word next to it, and the order's near by. */
    private static boolean named(List<Lexeme> lexemes, int at) {
        var place = at - 1;
        while (place >= at - 2 && filler(ChatText.at(lexemes, place))) {
            place--;
        }
        var before = ChatText.at(lexemes, place);
        if (ChatText.isOneOf(before, NUMBER)) {
            return orderNear(lexemes, place);
        }
        return ChatText.isOneOf(before, ORDER) && ChatText.isOneOf(ChatText.at(lexemes, place - 1), NUMBER);
    }

    private static boolean filler(Lexeme lexeme) {
        return lexeme.is(":") || lexeme.is(".") || Set.of("هو", "is", "ه").contains(lexeme.text());
    }

    private static boolean orderNear(List<Lexeme> lexemes, int at) {
        for (var place = at - 1; place >= at - NEAR; place--) {
            var lexeme = ChatText.at(lexemes, place);
            if (lexeme.ends() && !lexeme.is(".")) {
                return false;
            }
            if (ChatText.isOneOf(lexeme, ORDER)) {
                return true;
            }
        }
        return false;
    }
}
