package iq.sendy.dashboard.inbox;

import iq.sendy.agent.AgentDrafts;
import iq.sendy.agent.SendDraft;
import iq.sendy.dashboard.DashboardPaths;
import iq.sendy.dashboard.PictureUpload;
import iq.sendy.dashboard.PictureUpload.FileTaken;
import iq.sendy.dashboard.inbox.InboxThread.ReplyWindow;
import iq.sendy.kernel.Bytes;
import iq.sendy.messaging.ConversationActions;
import iq.sendy.messaging.ConversationView;
import iq.sendy.messaging.ReadConversation;
import iq.sendy.messaging.ReplyContent;
import iq.sendy.messaging.ReplyFile;
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
import iq.sendy.platform.body.FormBinder;
import iq.sendy.platform.body.MultipartForm;
import iq.sendy.platform.body.RequestKey;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Text;
import iq.sendy.platform.body.Upload;
import iq.sendy.platform.pages.PageForm;
import iq.sendy.platform.pages.PageForm.FieldFault;
import iq.sendy.platform.pages.PageReaders;
import iq.sendy.platform.pages.PageRedirect;
import iq.sendy.platform.secrets.Digests;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Answering from the pages: a reply of a person, or what the agent drafted. What was typed stays until it is sent. */
@PageController
class InboxReplyController {

    /** Of a form: of a file up to twice as large as is taken the text is still read, to be given back. */
    private static final int MOST_BYTES = 2 * ReplyFiles.MOST_BYTES + Upload.AROUND;

    private final StaffReplies replies;
    private final AgentDrafts drafts;
    private final ConversationActions actions;
    private final ReplyFiles files;
    private final InboxPages pages;
    private final PageReaders readers;

    InboxReplyController(
            StaffReplies replies,
            AgentDrafts drafts,
            ConversationActions actions,
            ReplyFiles files,
            InboxPages pages,
            PageReaders readers) {
        this.replies = replies;
        this.drafts = drafts;
        this.actions = actions;
        this.files = files;
        this.pages = pages;
        this.readers = readers;
    }

    /**
     * The form of a reply.
     *
     * @param text may be left out where a file goes out
     * @param kept the address of the file that came back with a refused form
     * @param nonce of the page that it was written on: sent twice it is one reply
     * @param seen the message that its writer saw last
     */
    record ReplyForm(
            @Text(SendReply.LONGEST_TEXT) @Nullable String text,
            @Text(Text.URL) @Nullable String kept,
            @Required @Text(Text.REFERENCE) String nonce,
            @Nullable UUID seen) {}

    /** With a picture or document it is a form with a file. */
    @PostMapping(DashboardPaths.INBOX + "/{conversation}/reply")
    @Allows(permission = "conversations.manage")
    ModelAndView reply(
            @PathVariable("conversation") UUID conversation,
            HttpServletRequest request,
            Paging paging,
            Caller caller,
            Actor actor,
            Locale language) {
        var form = sentForm(request);
        var sent = form == null ? request.getParameterMap() : form.fields();
        var page = new ReplyPage(conversation, sent, paging, caller, language);
        var file = form == null ? null : form.file("file").orElse(null);
        if (form == null || file == null) {
            return reply(page, files.own(caller.store(), page.value("kept")), "", actor);
        }
        var refused = refusedAlready(page, pages.require(conversation, caller), ReplyFiles.planned(file));
        if (refused != null) {
            return refused;
        }
        var digest = PictureUpload.digest(file);
        return switch (files.keep(caller, actor, fileId(page, digest), file, form.fileName("file"))) {
            case FileTaken.Stored(var url, var _) ->
                reply(page.with("kept", url), files.own(caller.store(), url), digest, actor);
            case FileTaken.Refused(var status, var why) ->
                page.refused(status, readers.of(caller, language).faults(List.of(why)));
        };
    }

    /** Of the file of a form: sent twice it is the same one. */
    private static UUID fileId(ReplyPage page, String digest) {
        var nonce = Objects.requireNonNullElse(page.value("nonce"), "");
        return PictureUpload.id(page.conversation() + "\n" + nonce, digest);
    }

    /** What can be judged without the file is, before it is drawn and kept; null where nothing of it is wrong. */
    private @Nullable ModelAndView refusedAlready(ReplyPage page, ConversationView conversation, ReplyFile planned) {
        var caller = page.caller();
        var reader = readers.of(caller, page.language());
        var bound = FormBinder.bind(ReplyForm.class, page.sent(), caller.currency());
        if (!bound.problems().isEmpty()) {
            return page.refused(
                    HttpStatus.BAD_REQUEST, reader.faults(bound.problems().faults()));
        }
        if (!ReplyWindow.of(conversation, reader.now()).open()) {
            return refused(page, new SendReply.Result.WindowClosed());
        }
        var content = new ReplyContent(bound.valid().text(), planned, null);
        var faults = replies.judge(caller.store(), page.conversation(), content);
        return faults == null || faults.isEmpty() ? null : refused(page, new SendReply.Result.Unsendable(faults));
    }

    private ModelAndView refused(ReplyPage page, Refusal refusal) {
        return page.refused(
                HttpStatus.valueOf(refusal.declared().status()),
                readers.of(page.caller(), page.language()).faults(refusal.violations()));
    }

    private static @Nullable MultipartForm sentForm(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)
                ? MultipartForm.of(request, MOST_BYTES)
                : null;
    }

    /** @param digest of what the file was made of; empty where it was kept before */
    private ModelAndView reply(ReplyPage page, @Nullable ReplyFile file, String digest, Actor actor) {
        var caller = page.caller();
        var bound = FormBinder.bind(ReplyForm.class, page.sent(), caller.currency());
        if (bound.problems().isEmpty() && file == null && bound.value().text() == null) {
            bound.problems().add("text", "field.required");
        }
        if (!bound.problems().isEmpty()) {
            return page.refused(
                    HttpStatus.BAD_REQUEST,
                    readers.of(caller, page.language()).faults(bound.problems().faults()));
        }
        var form = bound.valid();
        var shown = digest.isEmpty() && file != null ? file.url() : digest;
        var command = new SendReply(
                caller.store(),
                actor,
                page.conversation(),
                new ReplyContent(form.text(), file, null),
                key(page, form, shown));
        var seen = form.seen();
        var result = seen == null ? new Reply.Done(replies.send(command)) : replies.sendUnlessAnswered(command, seen);
        return switch (result) {
            case Reply.AnsweredMeanwhile(var by) -> page.answered(by);
            case Reply.Done(SendReply.Result.Taken _) -> sent(page, actor, seen);
            // The same reply is under way, and is shown as soon as it is sent.
            case Reply.Done(SendReply.Result.Running _) -> page.back("");
            case Reply.Done(SendReply.Result.NoConversation _) -> throw RequestRejected.notFound();
            case Reply.Done(SendReply.Result other) -> refused(page, (Refusal) other);
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

    /** What was changed after going back is another reply. */
    private static RequestKey key(ReplyPage page, ReplyForm form, String file) {
        var digest = Bytes.of(Digests.sha256(String.join(
                "\n",
                page.caller().id().toString(),
                page.conversation().toString(),
                form.nonce(),
                file,
                Objects.requireNonNullElse(form.text(), ""))));
        return new RequestKey(digest, digest);
    }

    /** The page that a reply came from, and goes back to. */
    private final class ReplyPage {

        private final UUID conversation;
        private final Map<String, String[]> sent;
        private final Paging paging;
        private final Caller caller;
        private final Locale language;

        ReplyPage(UUID conversation, Map<String, String[]> sent, Paging paging, Caller caller, Locale language) {
            this.conversation = conversation;
            this.sent = sent;
            this.paging = paging;
            this.caller = caller;
            this.language = language;
        }

        ReplyPage with(String name, String value) {
            var more = new HashMap<>(sent);
            more.put(name, new String[] {value});
            return new ReplyPage(conversation, more, paging, caller, language);
        }

        Map<String, String[]> sent() {
            return sent;
        }

        @Nullable
        String value(String name) {
            var values = sent.get(name);
            return values == null || values.length == 0 ? null : values[values.length - 1];
        }

        Locale language() {
            return language;
        }

        UUID conversation() {
            return conversation;
        }

        Caller caller() {
            return caller;
        }

        ModelAndView back(String place) {
            return PageRedirect.to(InboxSearch.of(this::value).to(conversation) + place);
        }

        ModelAndView refused(HttpStatus status, List<FieldFault> faults) {
            return shown(PageForm.sent(sent).withFaults(faults), null, status);
        }

        ModelAndView answered(String by) {
            var reader = readers.of(caller, language);
            // The agent and the app of Meta have no name of their own.
            var name = reader.named("inbox.author.", by);
            var warning = reader.say("inbox.answered", name);
            return shown(PageForm.sent(sent), warning, HttpStatus.CONFLICT);
        }

        private ModelAndView shown(PageForm form, @Nullable String warning, HttpStatus status) {
            var asked = InboxPages.AskedConversation.again(InboxSearch.of(this::value), form, warning, status);
            return pages.conversation(conversation, asked, paging, caller, language);
        }
    }
}
