package iq.sendy.dashboard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Frame of a page of the dashboard, which templates have as {@code frame}.
 *
 * @param store its name; null on the page of a failure, which reads nothing
 * @param member who is signed in
 * @param here this page as a link, to come back to
 * @param folded whether the side bar shows icons alone
 */
public record DashboardFrame(
        @Nullable String store,
        String member,
        String here,
        boolean folded,
        List<EntryGroup> groups,
        List<NavigationEntry> bar,
        NavigationEntry more,
        @Nullable FrameNotice notice) {

    public DashboardFrame {
        groups = List.copyOf(groups);
        bar = List.copyOf(bar);
    }

    /** The entries of a group that this reader has. */
    public record EntryGroup(String word, List<NavigationEntry> entries) {

        public EntryGroup {
            entries = List.copyOf(entries);
        }
    }

    /**
     * A way to a screen.
     *
     * @param count how much waits there; null where nothing does
     * @param current whether this page is it, or below it
     * @param key that leads there after {@code G}; null where none does
     */
    public record NavigationEntry(
            String path,
            String word,
            String icon,
            @Nullable String count,
            boolean current,
            @Nullable String key) {}
}
