package iq.sendy.dashboard;

import iq.sendy.kernel.InputText;
import org.jspecify.annotations.Nullable;

/** What a page is asked to look for: trimmed, without characters that no text holds, and nothing where no text is as long. */
public final class TypedSearch {

    private static final int LONGEST = 200;

    private TypedSearch() {}

    public static String of(@Nullable String sent) {
        // PostgreSQL takes no zero byte, not even to look for one.
        return sent == null || InputText.beyond(sent, LONGEST) ? "" : InputText.clean(sent.replace("\0", ""));
    }
}
