package iq.sendy.dashboard.inbox;

import iq.sendy.agent.AgentDrafts;
import iq.sendy.agent.SendDraft;
import iq.sendy.dashboard.DashboardPaths;
import iq.sendy.kernel.Bytes;
import iq.sendy.messaging.ConversationActions;
import iq.sendy.messaging.ReadConversation;
import iq.sendy.messaging.ReplyContent;
import iq.sendy.messaging.SendReply;
import iq.sendy.messaging.StaffReplies;
import iq.sendy.messaging.StaffReplies.Reply;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.body.FormBinder;
import iq.sendy.platform.body.RequestKey;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Text;
import iq.sendy.platform.pages.PageForm;
import iq.sendy.platform.pages.PageForm.FieldFault;
import iq.sendy.platform.pages.PageReaders;
import iq.sendy.platform.pages.PageRedirect;
import iq.sendy.platform.secrets.Digests;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Answering from the pages: a reply of a person, or what the agent drafted. What was typed stays until it is sent. */
@PageController
class InboxReplyController {

    private final StaffReplies replies;
    private final AgentDrafts drafts;
    private final ConversationActions actions;
    private final InboxPages pages;
    private final PageReaders readers;

    InboxReplyController(
            StaffReplies replies,
            AgentDrafts drafts,
            ConversationActions actions,
            InboxPages pages,
            PageReaders readers) {
        this.replies = replies;
        this.drafts = drafts;
        this.actions = actions;
        this.pages = pages;
        this.readers = readers;
    }

    /**
     * The form of a reply.
     *
     * @param nonce of the page that it was written on: sent twice it is one reply
     * @param seen the message that its writer saw last
     */
    record ReplyForm(
            @Required @Text(SendReply.LONGEST_TEXT) String text,
            @Required @Text(Text.REFERENCE) String nonce,
            @Nullable UUID seen) {}

    @PostMapping(DashboardPaths.INBOX + "/{conversation}/reply")
    @Allows(permission = "conversations.manage")
    ModelAndView reply(
            @PathVariable("conversation") UUID conversation,
            HttpServletRequest request,
            Paging paging,
            Caller caller,
            Actor actor,
            Locale language) {
        var bound = FormBinder.bind(ReplyForm.class, request.getParameterMap(), caller.currency());
        var page = new ReplyPage(conversation, request, paging, caller, language);
        if (!bound.problems().isEmpty()) {
            return page.refused(HttpStatus.BAD_REQUEST, faults(bound, caller, language));
        }
        var form = bound.valid();
        var command = new SendReply(
                caller.store(),
                actor,
                conversation,
                new ReplyContent(form.text(), null, null),
                key(caller, conversation, form));
        var seen = form.seen();
        var result = seen == null ? new Reply.Done(replies.send(command)) : replies.sendUnlessAnswered(command, seen);
        return switch (result) {
            case Reply.AnsweredMeanwhile(var by) -> page.answered(by);
            case Reply.Done(SendReply.Result.Taken _) -> sent(page, actor, seen);
            // The same reply is under way, and is shown as soon as it is sent.
            case Reply.Done(SendReply.Result.Running _) -> page.back("");
            case Reply.Done(SendReply.Result.NoConversation _) -> throw RequestRejected.notFound();
            case Reply.Done(SendReply.Result other) -> {
                var refusal = (Refusal) other;
                yield page.refused(
                        HttpStatus.valueOf(refusal.declared().status()),
                        readers.of(caller, language).faults(refusal.violations()));
            }
        };
    }

    @PostMapping(DashboardPaths.INBOX + "/{conversation}/drafts/{job}")
    @Allows(permission = "conversations.manage")
    ModelAndView sendDraft(
            @PathVariable("conversation") UUID conversation,
            @PathVariable("job") UUID job,
            HttpServletRequest request,
            Caller caller,
            Actor actor) {
        var search = InboxSearch.of(request::getParameter);
        var said = switch (drafts.send(caller.store(), actor, new SendDraft(conversation, job))) {
            case SendDraft.Result.Queued _ -> "inbox.draftSent";
            case SendDraft.Result.NoDraft _ -> "inbox.draftGone";
            case SendDraft.Result.DraftTooLate _ -> "inbox.draftLate";
            case SendDraft.Result.NoSuchJob _ -> throw RequestRejected.notFound();
        };
        return PageRedirect.to(search.with(conversation, "said", said));
    }

    /** Who answers has read what they answer. */
    private ModelAndView sent(ReplyPage page, Actor actor, @Nullable UUID seen) {
        actions.read(page.caller().store(), actor, new ReadConversation(page.conversation(), seen));
        return page.back("#newest");
    }

    private List<FieldFault> faults(Bound<ReplyForm> bound, Caller caller, Locale language) {
        return readers.of(caller, language).faults(bound.problems().faults());
    }

    /** What was changed after going back is another reply. */
    private static RequestKey key(Caller caller, UUID conversation, ReplyForm form) {
        var digest = Bytes.of(Digests.sha256(
                String.join("\n", caller.id().toString(), conversation.toString(), form.nonce(), form.text())));
        return new RequestKey(digest, digest);
    }

    /** The page that a reply came from, and goes back to. */
    private final class ReplyPage {

        private final UUID conversation;
        private final HttpServletRequest request;
        private final Paging paging;
        private final Caller caller;
        private final Locale language;

        ReplyPage(UUID conversation, HttpServletRequest request, Paging paging, Caller caller, Locale language) {
            this.conversation = conversation;
            this.request = request;
            this.paging = paging;
            this.caller = caller;
            this.language = language;
        }

        UUID conversation() {
            return conversation;
        }

        Caller caller() {
            return caller;
        }

        ModelAndView back(String place) {
            return PageRedirect.to(InboxSearch.of(request::getParameter).to(conversation) + place);
        }

        ModelAndView refused(HttpStatus status, List<FieldFault> faults) {
            return shown(PageForm.sent(request.getParameterMap()).withFaults(faults), null, status);
        }

        ModelAndView answered(String by) {
            var reader = readers.of(caller, language);
            // The agent and the app of Meta have no name of their own.
            var name = Objects.requireNonNullElse(reader.sayIfKnown("inbox.author." + by), by);
            var warning = reader.say("inbox.answered", name);
            return shown(PageForm.sent(request.getParameterMap()), warning, HttpStatus.CONFLICT);
        }

        private ModelAndView shown(PageForm form, @Nullable String warning, HttpStatus status) {
            var asked =
                    InboxPages.AskedConversation.again(InboxSearch.of(request::getParameter), form, warning, status);
            return pages.conversation(conversation, asked, paging, caller, language);
        }
    }
}
