package iq.sendy.dashboard;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * What a page says of what its reader did just before. A redirect names it, {@code ?said=orders.moved&n=3}, and only what has
 * words is said: {@code said.orders.moved} when it was done, {@code refused.orders.gone} when it was not.
 *
 * @param tone {@code good} or {@code bad}
 */
public record FrameNotice(String tone, String text) {

    private static final int LONGEST = 60;
    private static final int LONGEST_COUNT = 7;

    /** What is to be said, if anything is. */
    public static Optional<FrameNotice> of(
            MessageSource words, Locale language, @Nullable String said, @Nullable String count) {
        if (said == null || said.length() > LONGEST) {
            return Optional.empty();
        }
        var filling = new Object[] {count == null || count.length() > LONGEST_COUNT || !digits(count) ? "" : count};
        return say(words, language, "said." + said, filling)
                .map(text -> new FrameNotice("good", text))
                .or(() -> say(words, language, "refused." + said, filling).map(text -> new FrameNotice("bad", text)));
    }

    private static boolean digits(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static Optional<String> say(MessageSource words, Locale language, String key, Object[] filling) {
        return Optional.ofNullable(words.getMessage(key, filling, null, language));
    }
}
