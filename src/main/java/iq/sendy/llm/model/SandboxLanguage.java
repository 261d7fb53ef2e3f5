package iq.sendy.llm.model;

import iq.sendy.llm.ChatRequest;
import iq.sendy.llm.ChatTurn.UserTurn;

/** Language in which the sandbox answers: the one that its instructions name, or else that of the customer's letters. */
enum SandboxLanguage {
    AR("Arabic"),
    CKB("Central Kurdish"),
    KMR("Northern Kurdish"),
    EN("English");

    private static final String SORANI_LETTERS = "ێۆڵڕەڤ";
    private static final String KURMANJI_LETTERS = "êîûşç";

    private final String name;

    SandboxLanguage(String name) {
        this.name = name;
    }

    static SandboxLanguage of(ChatRequest request) {
        SandboxLanguage named = null;
        var at = -1;
        for (var language : values()) {
            var found = request.system().lastIndexOf("Answer in " + language.name);
            if (found > at) {
                at = found;
                named = language;
            }
        }
        return named == null ? written(request) : named;
    }

    private static SandboxLanguage written(ChatRequest request) {
        for (var turn : request.turns().reversed()) {
            if (turn instanceof UserTurn(var text) && text.chars().anyMatch(Character::isLetter)) {
                return written(text);
            }
        }
        return AR;
    }

    private static SandboxLanguage written(String text) {
        if (holds(text, SORANI_LETTERS)) {
            return CKB;
        }
        if (text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC)) {
            return AR;
        }
        return holds(text, KURMANJI_LETTERS) ? KMR : EN;
    }

    private static boolean holds(String text, String letters) {
        return text.chars().anyMatch(c -> letters.indexOf(Character.toLowerCase(c)) >= 0);
    }
}
