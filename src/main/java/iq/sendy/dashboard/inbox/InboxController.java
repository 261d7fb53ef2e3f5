package iq.sendy.dashboard.inbox;

import iq.sendy.accounts.PresenceDesk;
import iq.sendy.dashboard.DashboardPaths;
import iq.sendy.dashboard.PresencePage;
import iq.sendy.kernel.Uuids;
import iq.sendy.messaging.CannedReplies;
import iq.sendy.messaging.CannedReply;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.pages.PageForm;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The inbox as it is read: the list, and a conversation beside it. */
@PageController
class InboxController {

    private final InboxPages pages;
    private final CannedReplies canned;
    private final PresencePage presence;

    InboxController(InboxPages pages, CannedReplies canned, PresencePage presence) {
        this.pages = pages;
        this.canned = canned;
        this.presence = presence;
    }

    @GetMapping(DashboardPaths.INBOX)
    @Allows(permission = "conversations.view")
    ModelAndView list(HttpServletRequest request, Paging paging, Caller caller, Locale language) {
        return pages.list(InboxSearch.of(request::getParameter), paging, caller, language);
    }

    /**
     * One conversation.
     *
     * @param pane {@code customer} where a phone shows the customer in place of what was said
     * @param chosen a canned reply to begin with
     * @param lines how much of what was said is wanted
     */
    @GetMapping(DashboardPaths.INBOX + "/{conversation}")
    @Allows(permission = "conversations.view")
    ModelAndView show(
            @PathVariable("conversation") UUID conversation,
            @RequestParam(name = "pane", defaultValue = "") String pane,
            @RequestParam(name = "canned", defaultValue = "") String chosen,
            @RequestParam(name = "lines", defaultValue = "") String lines,
            HttpServletRequest request,
            Paging paging,
            Caller caller,
            Locale language) {
        var form = PageForm.empty().with("text", text(chosen, caller).orElse(null));
        var asked = InboxPages.AskedConversation.of(InboxSearch.of(request::getParameter), lines, form);
        var page = pages.conversation(conversation, asked, paging, caller, language);
        page.addObject("pane", pane.equals("customer") ? "customer" : "thread");
        page.addObject("others", presence.opened(PresenceDesk.INBOX, conversation, request, caller));
        InboxDeed.of(request::getParameter).ifPresent(deed -> page.addObject("deed", deed));
        return page;
    }

    /** Says that somebody still has it open, or writes, and who else does. */
    @PostMapping(DashboardPaths.INBOX + "/{conversation}/presence")
    @Allows(permission = "conversations.view")
    ModelAndView keep(@PathVariable("conversation") UUID conversation, HttpServletRequest request, Caller caller) {
        pages.require(conversation, caller);
        return presence.kept(PresenceDesk.INBOX, conversation, request, caller);
    }

    private Optional<String> text(String chosen, Caller caller) {
        return Uuids.parse(chosen)
                .flatMap(id -> canned.find(caller.store(), id))
                .map(CannedReply::details)
                .map(CannedReply.CannedReplyDetails::text);
    }
}
