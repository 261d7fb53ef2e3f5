package iq.sendy;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Texts that cost more than letters where somebody was careless, and what reading them costs. */
public record AwkwardText(String name, String unit) {

    /** What a request may have at most. */
    public static final int MUCH = Integer.getInteger("sendy.awkward", 1 << 20);

    /** How much more of the processor's time than letters any of them may take. */
    public static final long MOST_NANOS = 50_000_000;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** On a machine that is slow for a moment; what is quick enough is asked once. */
    private static final int TRIES = 20;

    public static final List<AwkwardText> ALL = List.of(
            new AwkwardText("blanks", " "),
            new AwkwardText("no-break spaces", "\u00A0"),
            new AwkwardText("line breaks", "\n"),
            new AwkwardText("marks that change places", "\u0316\u0301"),
            new AwkwardText("voiced marks that change places", "\u0301\uFF9E"),
            new AwkwardText("vowel marks", "\u064E\u0651"),
            new AwkwardText("tatweels", "\u0640"),
            new AwkwardText("dashes", "-"),
            new AwkwardText("minus signs", "\u2212"),
            new AwkwardText("underscores", "_"),
            new AwkwardText("dots", "."),
            new AwkwardText("commas", ","),
            new AwkwardText("digits", "7"),
            new AwkwardText("Arabic digits", "\u0663"),
            new AwkwardText("quotes", "\""),
            new AwkwardText("apostrophes", "'"),
            new AwkwardText("non-joiners", "\u200C"),
            new AwkwardText("Arabic letter marks", "\u061C"),
            new AwkwardText("variation selectors", "\uFE0F"),
            new AwkwardText("pairs of surrogates", "\uD83D\uDE00"),
            new AwkwardText("ligatures that are eighteen letters", "\uFDFA"));

    /** So much of it alone, and between two letters, where it is neither at the beginning nor at the end. */
    public Stream<String> texts(int length) {
        var run = unit.repeat(Math.max(1, length / unit.length()));
        return Stream.of(run, "a" + run + "b", "0" + run);
    }

    /**
     * How much more of the processor's time than letters a text takes, at the best of a few tries, since machines are busy.
     * Letters are asked only if it takes long.
     */
    public static long more(Consumer<String> reader, String text) {
        var least = nanos(() -> reader.accept(text));
        if (least < MOST_NANOS) {
            return least;
        }
        var letters = "a".repeat(text.length());
        return least - nanos(() -> reader.accept(letters));
    }

    private static long nanos(Runnable work) {
        var least = once(work);
        for (var i = 1; i < TRIES && least >= MOST_NANOS; i++) {
            least = Math.min(least, once(work));
        }
        return least;
    }

    private static long once(Runnable work) {
        var before = THREADS.getCurrentThreadCpuTime();
        work.run();
        return THREADS.getCurrentThreadCpuTime() - before;
    }
}
