package iq.sendy.agent.model;

import java.util.List;

/** What a customer must never read in a reply: pieces of the instructions, names of tools, JSON, markup and keys. */
final class ReplySecrets {

    private static final int WINDOW = 40;
    private static final int STEP = 8;
    private static final int LONGEST_WORD = 20;
    private static final int SHORTEST_KEY = 8;

    private static final List<String> NAMES = List.of(
            "search_products",
            "get_product",
            "get_order_status",
            "get_store_info",
            "quote_cart",
            "handoff_to_staff",
            "tool_call",
            "tool_use",
            "tool_result",
            "function_call",
            "store_instructions",
            "system prompt",
            "systemprompt",
            "```",
            "<|",
            "|>",
            "[inst",
            "null,",
            "undefined");

    private ReplySecrets() {}

    /**
     * Whether there is any of it.
     *
     * @param folded the text, folded
     * @param bare the same without addresses and names of products
     */
    static boolean shown(String folded, String bare) {
        var letters = letters(folded);
        return NAMES.stream().anyMatch(folded::contains)
                || letters.contains(letters(AgentPrompt.CANARY))
                || quotesRules(letters)
                || markup(folded)
                || keyLike(bare);
    }

    /** Whether a long row of letters stands like that in the fixed rules. */
    private static boolean quotesRules(String letters) {
        for (var at = 0; at + WINDOW <= letters.length(); at += STEP) {
            if (AgentPrompt.RULE_LETTERS.contains(letters.substring(at, at + WINDOW))) {
                return true;
            }
        }
        return false;
    }

    /** Letters and digits alone, so that neither blanks nor signs between them hide a text. */
    static String letters(String text) {
        var letters = new StringBuilder(text.length());
        ChatText.fold(text).codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        return letters.toString();
    }

    private static boolean markup(String folded) {
        if (folded.indexOf('{') >= 0 || folded.indexOf('}') >= 0 || folded.contains("[\"")) {
            return true;
        }
        for (var at = folded.indexOf('<'); at >= 0; at = folded.indexOf('<', at + 1)) {
            var next = at + 1 < folded.length() ? folded.charAt(at + 1) : ' ';
            if ((next == '/' || Character.isLetter(next)) && folded.indexOf('>', at) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether a row of letters and digits is as long and as mixed as keys and ids are. */
    private static boolean keyLike(String bare) {
        var start = 0;
        for (var at = 0; at <= bare.length(); at++) {
            if (at == bare.length() || !inKey(bare.charAt(at))) {
                if (key(bare.substring(start, at))) {
                    return true;
                }
                start = at + 1;
            }
        }
        return false;
    }

    private static boolean key(String row) {
        if (row.startsWith("sk-") && row.length() >= SHORTEST_KEY) {
            return true;
        }
        return row.length() >= LONGEST_WORD
                && row.chars().anyMatch(ChatText::digit)
                && row.chars().anyMatch(c -> c >= 'a' && c <= 'z');
    }

    private static boolean inKey(char c) {
        return (c >= 'a' && c <= 'z') || ChatText.digit(c) || c == '-' || c == '_';
    }
}
