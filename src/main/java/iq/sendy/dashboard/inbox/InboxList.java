package iq.sendy.dashboard.inbox;

import iq.sendy.accounts.Accounts;
import iq.sendy.accounts.MemberView;
import iq.sendy.dashboard.PageTab;
import iq.sendy.dashboard.PageTrips;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.ConversationView;
import iq.sendy.messaging.Conversations;
import iq.sendy.messaging.MessageDirection;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.pages.PageReader;
import iq.sendy.platform.sql.Query;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The list of the inbox, which also stands beside a conversation. */
@Component
class InboxList {

    private static final int ROWS = 30;

    private final Conversations conversations;
    private final Accounts accounts;
    private final PageTrips trips;

    InboxList(Conversations conversations, Accounts accounts, PageTrips trips) {
        this.conversations = conversations;
        this.accounts = accounts;
        this.trips = trips;
    }

    /**
     * The list as a page shows it.
     *
     * @param newest the way back to its beginning; null where it is shown
     * @param older where it goes on; null at its end
     */
    record ShownInbox(
            InboxSearch search,
            List<PageTab> tabs,
            List<InboxRow> rows,
            @Nullable String newest,
            @Nullable String older) {

        ShownInbox {
            tabs = List.copyOf(tabs);
            rows = List.copyOf(rows);
        }
    }

    /** @param open the conversation beside it; null where there is none */
    ShownInbox read(InboxSearch search, Paging paging, @Nullable UUID open, Caller caller, PageReader reader) {
        var store = caller.store();
        var page = conversations.list(
                store,
                search.tab().filter(caller.id(), search.words()),
                search.tab().sort(),
                new Paging(1, ROWS, paging.cursor(), paging.seal()));
        var waiting = conversations.waiting(store);
        var unread = conversations.unread(store);
        var keepers = accounts.byIds(store, keepers(page));
        trips.ask(List.of(waiting, unread, keepers));
        var names = names(keepers);
        return new ShownInbox(
                search,
                tabs(search, Map.of(InboxTab.WAITING, waiting, InboxTab.UNREAD, unread), reader),
                page.items().stream()
                        .map(conversation -> row(conversation, search, open, names, reader))
                        .toList(),
                paging.cursor() == null ? null : search.from(null),
                page.nextCursor() == null ? null : search.from(page.nextCursor()));
    }

    /** The name of who has a conversation; empty while nobody does. */
    Optional<String> keeper(StoreId store, ConversationView conversation) {
        var keeper = conversation.care().assignedUser();
        if (keeper == null) {
            return Optional.empty();
        }
        var found = accounts.byIds(store, List.of(keeper));
        trips.ask(List.of(found));
        return found.first().map(MemberView::fullName);
    }

    private static List<UUID> keepers(Page<ConversationView> page) {
        return page.items().stream()
                .flatMap(conversation -> Stream.ofNullable(conversation.care().assignedUser()))
                .distinct()
                .toList();
    }

    private static Map<UUID, String> names(Query<MemberView> members) {
        return members.answer().stream().collect(Collectors.toMap(MemberView::id, MemberView::fullName));
    }

    private static InboxRow row(
            ConversationView conversation,
            InboxSearch search,
            @Nullable UUID open,
            Map<UUID, String> names,
            PageReader reader) {
        var newest = conversation.newest();
        var waits = conversation.care().waitingSince();
        var counts = waits == null ? conversation.times().lastMessageAt() : waits;
        var keeper = conversation.care().assignedUser();
        return new InboxRow(
                conversation,
                search.to(conversation.id()),
                InboxNames.of(conversation.contact(), reader),
                InboxNames.said(conversation, reader),
                newest != null && newest.direction() == MessageDirection.OUTBOUND,
                counts == null ? null : reader.age(counts),
                keeper == null ? null : names.get(keeper),
                conversation.id().equals(open));
    }

    private static List<PageTab> tabs(InboxSearch search, Map<InboxTab, Query<Long>> counts, PageReader reader) {
        return Arrays.stream(InboxTab.values())
                .map(tab -> new PageTab(
                        search.in(tab),
                        reader.say("inbox.tab." + tab.word()),
                        Optional.ofNullable(counts.get(tab))
                                .flatMap(Query::first)
                                .filter(count -> count > 0)
                                .map(reader::number)
                                .orElse(null),
                        tab == search.tab()))
                .toList();
    }
}
