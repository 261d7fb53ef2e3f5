package iq.sendy.dashboard.inbox;

import iq.sendy.dashboard.DashboardPaths;
import iq.sendy.dashboard.TypedSearch;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Which list stands beside a conversation, as it stands in the address of both. */
record InboxSearch(InboxTab tab, String q) {

    static InboxSearch of(Function<String, @Nullable String> parameter) {
        var tab = parameter.apply("tab");
        var q = parameter.apply("q");
        return new InboxSearch(InboxTab.of(tab == null ? "" : tab), TypedSearch.of(q));
    }

    @Nullable
    String words() {
        return q.isEmpty() ? null : q;
    }

    /** The list alone, in another tab. */
    public String in(InboxTab other) {
        return link(DashboardPaths.INBOX, other, q, "", "");
    }

    /** The list alone, as it begins or from a row on. */
    public String from(@Nullable String cursor) {
        return link(DashboardPaths.INBOX, tab, q, "cursor", cursor == null ? "" : cursor);
    }

    /** As {@link #to}, with so many of its lines. */
    public String lines(UUID conversation, int most) {
        return with(conversation, "lines", Integer.toString(most));
    }

    /** Without what is searched for. */
    public String cleared() {
        return link(DashboardPaths.INBOX, tab, "", "", "");
    }

    /** A conversation beside this list. */
    public String to(UUID conversation) {
        return with(conversation, "", "");
    }

    /** A conversation beside this list, with something about it. */
    public String with(UUID conversation, String name, String value) {
        return link(DashboardPaths.INBOX + "/" + conversation, tab, q, name, value);
    }

    private static String link(String path, InboxTab tab, String q, String name, String value) {
        var address = UriComponentsBuilder.fromPath(path).queryParam("tab", tab.word());
        add(address, "q", q);
        add(address, name, value);
        return address.encode().build().toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, String value) {
        if (!value.isEmpty()) {
            address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
        }
    }
}
