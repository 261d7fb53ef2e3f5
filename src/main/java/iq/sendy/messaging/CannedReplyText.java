package iq.sendy.messaging;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Text of a canned reply, in which words in braces stand for what differs from customer to customer. */
public final class CannedReplyText {

    private CannedReplyText() {}

    /**
     * What the words in braces stand for; what is not known stands for nothing.
     *
     * @param name of the contact
     * @param store the store's name
     * @param order the public id of the customer's newest order
     */
    public record ReplyValues(
            @Nullable String name,
            @Nullable String store,
            @Nullable String order) {

        private Map<String, String> byWord() {
            var values = new LinkedHashMap<String, String>();
            values.put("{name}", name == null ? "" : name);
            values.put("{store}", store == null ? "" : store);
            values.put("{order}", order == null ? "" : order);
            return values;
        }
    }

    /** Whether anything is to be filled in. */
    public static boolean hasVariables(String text) {
        return new ReplyValues(null, null, null).byWord().keySet().stream().anyMatch(text::contains);
    }

    /** The text with the values filled in, in one pass: braces inside a value stay as they are. Other braces stay, too. */
    public static String fill(String text, ReplyValues values) {
        var byWord = values.byWord();
        var filled = new StringBuilder(text.length());
        var at = 0;
        while (at < text.length()) {
            var word = wordAt(text, at, byWord);
            if (word == null) {
                filled.append(text.charAt(at));
                at++;
            } else {
                filled.append(byWord.get(word));
                at += word.length();
            }
        }
        return filled.toString();
    }

    private static @Nullable String wordAt(String text, int at, Map<String, String> byWord) {
        for (var word : byWord.keySet()) {
            if (text.startsWith(word, at)) {
                return word;
            }
        }
        return null;
    }
}
