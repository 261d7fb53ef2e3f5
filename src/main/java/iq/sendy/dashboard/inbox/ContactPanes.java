package iq.sendy.dashboard.inbox;

import iq.sendy.accounts.Accounts;
import iq.sendy.accounts.MemberView;
import iq.sendy.channels.ChannelView;
import iq.sendy.channels.Channels;
import iq.sendy.dashboard.PageChoice;
import iq.sendy.messaging.ConversationView;
import iq.sendy.orders.OrderFilter;
import iq.sendy.orders.OrderView;
import iq.sendy.orders.Orders;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.pages.PageReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What stands beside a conversation: its customer, their orders, and to whom it can be given. */
@Component
class ContactPanes {

    private static final int ORDERS = 5;

    private final Orders orders;
    private final Accounts accounts;
    private final Channels channels;

    ContactPanes(Orders orders, Accounts accounts, Channels channels) {
        this.orders = orders;
        this.accounts = accounts;
        this.channels = channels;
    }

    /** Whether an agent answers where a conversation takes place. */
    boolean agentAnswers(ConversationView conversation, Caller caller) {
        return channels.find(caller.store(), conversation.channel().id())
                .map(ChannelView::details)
                .filter(details -> details.enabled() && details.agent().enabled())
                .isPresent();
    }

    ContactPane of(ConversationView conversation, Caller caller) {
        var phone = InboxNames.phone(conversation.contact()).orElse(null);
        var mayOrders = caller.missing("orders.view", "orders:read") == null;
        var found = phone == null || !mayOrders
                ? List.<OrderView>of()
                : orders.list(
                                caller.store(),
                                new OrderFilter(
                                        List.of(),
                                        List.of(),
                                        phone,
                                        null,
                                        null,
                                        OrderFilter.Created.ANY_TIME,
                                        null,
                                        null),
                                first(ORDERS))
                        .items();
        return new ContactPane(phone, mayOrders, found, conversation.care().labels());
    }

    /** The reader and nobody, and the staff where the reader may see who they are. */
    List<PageChoice> assignees(
            ConversationView conversation, @Nullable String keeper, Caller caller, PageReader reader) {
        var choices = new ArrayList<PageChoice>();
        choices.add(new PageChoice("", reader.say("inbox.assign.nobody")));
        choices.add(new PageChoice(caller.id().toString(), reader.say("inbox.assign.me", caller.name())));
        var has = conversation.care().assignedUser();
        if (caller.missing("rbac.manage", "") == null) {
            accounts.staff(caller.store(), first(Paging.MOST)).items().stream()
                    .filter(MemberView::active)
                    .filter(member -> !member.id().equals(caller.id()))
                    .forEach(member -> choices.add(new PageChoice(member.id().toString(), member.fullName())));
        }
        var word = has == null ? "" : has.toString();
        if (choices.stream().noneMatch(choice -> choice.value().equals(word))) {
            choices.add(new PageChoice(word, keeper == null ? reader.say("inbox.author.Staff") : keeper));
        }
        return choices;
    }

    private static Paging first(int rows) {
        return new Paging(1, rows, null, UnaryOperator.identity());
    }
}
