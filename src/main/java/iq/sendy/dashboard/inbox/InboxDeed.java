package iq.sendy.dashboard.inbox;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the reader did just before and may undo, as the address of the page says it after the redirect.
 *
 * @param word the key of what is said
 * @param step that undoes it, behind the conversation's address
 * @param fields what that step is sent
 */
record InboxDeed(String word, String step, Map<String, String> fields) {

    /** The parameter that names it. */
    static final String DID = "did";

    InboxDeed {
        fields = Map.copyOf(fields);
    }

    /** Deeds that have a way back. */
    enum UndoableDeed {
        RESOLVED("resolved", "reopen"),
        SNOOZED("snoozed", "wake"),
        LABELLED("labelled", "unlabel"),
        UNLABELLED("unlabelled", "label");

        private final String word;
        private final String undone;

        UndoableDeed(String word, String undone) {
            this.word = word;
            this.undone = undone;
        }

        /** As it stands in the address; a label follows its word. */
        String said(String label) {
            return label.isEmpty() ? word : word + "." + label;
        }
    }

    static Optional<InboxDeed> of(Function<String, @Nullable String> parameter) {
        var did = parameter.apply(DID);
        if (did == null) {
            return Optional.empty();
        }
        var dot = did.indexOf('.');
        var word = dot < 0 ? did : did.substring(0, dot);
        var label = dot < 0 ? "" : did.substring(dot + 1);
        return Arrays.stream(UndoableDeed.values())
                .filter(kind -> kind.word.equals(word))
                .findFirst()
                .map(kind -> new InboxDeed(
                        "inbox.did." + word, kind.undone, label.isEmpty() ? Map.of() : Map.of("label", label)));
    }
}
