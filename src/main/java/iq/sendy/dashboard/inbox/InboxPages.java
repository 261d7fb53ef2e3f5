package iq.sendy.dashboard.inbox;

import iq.sendy.dashboard.SnoozeChoice;
import iq.sendy.kernel.Digits;
import iq.sendy.messaging.CannedReplies;
import iq.sendy.messaging.ConversationView;
import iq.sendy.messaging.Conversations;
import iq.sendy.messaging.RecentThread;
import iq.sendy.meta.ChannelType;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.pages.PageForm;
import iq.sendy.platform.pages.PageReader;
import iq.sendy.platform.pages.PageReaders;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of the inbox: its list, and beside it a conversation with its customer. */
@Component
class InboxPages {

    private static final int MORE_LINES = 400;

    private final InboxList list;
    private final Conversations conversations;
    private final ContactPanes contacts;
    private final CannedReplies canned;
    private final ReplyFiles files;
    private final PageReaders readers;
    private final UuidGenerator uuidGenerator;

    InboxPages(
            InboxList list,
            Conversations conversations,
            ContactPanes contacts,
            CannedReplies canned,
            ReplyFiles files,
            PageReaders readers,
            UuidGenerator uuidGenerator) {
        this.list = list;
        this.conversations = conversations;
        this.contacts = contacts;
        this.canned = canned;
        this.files = files;
        this.readers = readers;
        this.uuidGenerator = uuidGenerator;
    }

    /**
     * What a page is asked with.
     *
     * @param lines of what was said, at most
     * @param form what was typed, with what is wrong with it
     * @param warning what the writer has to know first, as a key with its filling; null where there is nothing
     */
    record AskedConversation(
            InboxSearch search,
            int lines,
            PageForm form,
            @Nullable String warning,
            HttpStatus status) {

        /** A day of a busy customer. */
        private static final int LINES = 100;

        private static final int MOST_LINES = 2_000;

        /** To be read. */
        static AskedConversation of(InboxSearch search, String lines, PageForm form) {
            var most = Digits.only(lines, 4) ? Math.clamp(Integer.parseInt(lines), LINES, MOST_LINES) : LINES;
            return new AskedConversation(search, most, form, null, HttpStatus.OK);
        }

        /** After a form that did not do what it was to do. */
        static AskedConversation again(InboxSearch search, PageForm form, @Nullable String warning, HttpStatus status) {
            return new AskedConversation(search, LINES, form, warning, status);
        }
    }

    ModelAndView list(InboxSearch search, Paging paging, Caller caller, Locale language) {
        var reader = readers.of(caller, language);
        var model = new HashMap<String, @Nullable Object>();
        model.put("inbox", list.read(search, paging, null, caller, reader));
        model.put("thread", null);
        return new ModelAndView("dashboard/inbox/page", model);
    }

    /** Before something is kept of a conversation: there must be one. */
    ConversationView require(UUID conversation, Caller caller) {
        return conversations.find(caller.store(), conversation).orElseThrow(RequestRejected::notFound);
    }

    ModelAndView conversation(
            UUID conversation, AskedConversation asked, Paging paging, Caller caller, Locale language) {
        var found = conversations
                .recent(caller.store(), conversation, asked.lines() + 1)
                .orElseThrow(RequestRejected::notFound);
        var reader = readers.of(caller, language);
        var model = new HashMap<String, @Nullable Object>();
        model.put("inbox", list.read(asked.search(), paging, conversation, caller, reader));
        put(model, found, asked.lines(), caller, reader);
        model.put("reply", asked.form().with("nonce", uuidGenerator.next()));
        model.put("warning", asked.warning());
        model.put("mostBytes", ReplyFiles.MOST_BYTES);
        var attached = files.own(caller.store(), asked.form().value("kept"));
        model.put("attached", attached == null ? null : files.small(caller.store(), attached));
        model.put("moreLines", asked.lines() + MORE_LINES);
        return new ModelAndView("dashboard/inbox/page", model, asked.status());
    }

    private void put(
            Map<String, @Nullable Object> model, RecentThread found, int lines, Caller caller, PageReader reader) {
        var conversation = found.thread().conversation();
        var keeper = list.keeper(caller.store(), conversation).orElse(null);
        var mayManage = mayManage(caller);
        model.put(
                "thread",
                InboxThread.of(
                        found,
                        keeper,
                        lines,
                        reader,
                        message -> conversations
                                .file(message)
                                .map(file -> files.large(caller.store(), file))
                                .orElse(null)));
        model.put("takesDocuments", conversation.channel().type() == ChannelType.WHATSAPP);
        model.put("contact", contacts.of(conversation, caller));
        model.put("mayManage", mayManage);
        var paused = conversation.care().agentPausedUntil();
        model.put("pausedUntil", paused != null && paused.isAfter(reader.now()) ? paused : null);
        if (mayManage) {
            model.put("assignees", contacts.assignees(conversation, keeper, caller, reader));
            model.put("snoozes", SnoozeChoice.ahead(reader.now(), reader.zone()));
            model.put("pauses", List.of(SnoozeChoice.HOUR, SnoozeChoice.TOMORROW));
            model.put("agentOn", contacts.agentAnswers(conversation, caller));
            model.put(
                    "canned",
                    canned.list(caller.store(), new Paging(1, Paging.MOST, null, UnaryOperator.identity()))
                            .items());
        }
    }

    static boolean mayManage(Caller caller) {
        return caller.missing("conversations.manage", "messaging:write") == null;
    }
}
