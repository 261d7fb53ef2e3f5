package iq.sendy.dashboard.inbox;

import iq.sendy.dashboard.DashboardPaths;
import iq.sendy.dashboard.SnoozeChoice;
import iq.sendy.kernel.InputText;
import iq.sendy.kernel.Uuids;
import iq.sendy.messaging.AssignConversation;
import iq.sendy.messaging.ConversationActions;
import iq.sendy.messaging.ConversationView;
import iq.sendy.messaging.HandBackConversation;
import iq.sendy.messaging.PauseAgent;
import iq.sendy.messaging.ReadConversation;
import iq.sendy.messaging.SnoozeConversation;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.pages.PageReaders;
import iq.sendy.platform.pages.PageRedirect;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What people do with a conversation from its page, beside answering. Each step may be taken twice. */
@PageController
class InboxStepController {

    private static final String ONE = DashboardPaths.INBOX + "/{conversation}";

    private final ConversationActions actions;
    private final PageReaders readers;

    InboxStepController(ConversationActions actions, PageReaders readers) {
        this.actions = actions;
        this.readers = readers;
    }

    @PostMapping(ONE + "/take-over")
    @Allows(permission = "conversations.manage")
    ModelAndView takeOver(
            @PathVariable("conversation") UUID conversation, HttpServletRequest request, Caller caller, Actor actor) {
        there(actions.takeOver(caller.store(), actor, conversation));
        return said(request, conversation, "inbox.taken");
    }

    @PostMapping(ONE + "/hand-back")
    @Allows(permission = "conversations.manage")
    ModelAndView handBack(
            @PathVariable("conversation") UUID conversation, HttpServletRequest request, Caller caller, Actor actor) {
        return switch (actions.handBack(caller.store(), actor, new HandBackConversation(conversation))) {
            case HandBackConversation.Result.HandedBack _ -> said(request, conversation, "inbox.handedBack");
            case HandBackConversation.Result.KeptByPeople _ -> said(request, conversation, "inbox.noAgent");
            case HandBackConversation.Result.NoSuchConversation _ -> throw RequestRejected.notFound();
        };
    }

    @PostMapping(ONE + "/resolve")
    @Allows(permission = "conversations.manage")
    ModelAndView resolve(
            @PathVariable("conversation") UUID conversation, HttpServletRequest request, Caller caller, Actor actor) {
        there(actions.resolve(caller.store(), actor, conversation));
        return did(request, conversation, InboxDeed.UndoableDeed.RESOLVED);
    }

    @PostMapping(ONE + "/reopen")
    @Allows(permission = "conversations.manage")
    ModelAndView reopen(
            @PathVariable("conversation") UUID conversation, HttpServletRequest request, Caller caller, Actor actor) {
        there(actions.reopen(caller.store(), actor, conversation));
        return said(request, conversation, "inbox.reopened");
    }

    @PostMapping(ONE + "/snooze")
    @Allows(permission = "conversations.manage")
    ModelAndView snooze(
            @PathVariable("conversation") UUID conversation,
            @RequestParam(name = "until", defaultValue = "") String until,
            HttpServletRequest request,
            Caller caller,
            Actor actor,
            Locale language) {
        var reader = readers.of(caller, language);
        var choice = SnoozeChoice.of(until).orElseThrow(RequestRejected::notFound);
        var command = new SnoozeConversation(conversation, choice.until(reader.now(), reader.zone()));
        return switch (actions.snooze(caller.store(), actor, command)) {
            case SnoozeConversation.Result.Snoozed _ -> did(request, conversation, InboxDeed.UndoableDeed.SNOOZED);
            // The evening came while the page was open.
            case SnoozeConversation.Result.TimeHasPassed _ -> said(request, conversation, "inbox.timePassed");
            case SnoozeConversation.Result.NoSuchConversation _ -> throw RequestRejected.notFound();
        };
    }

    @PostMapping(ONE + "/wake")
    @Allows(permission = "conversations.manage")
    ModelAndView wake(
            @PathVariable("conversation") UUID conversation, HttpServletRequest request, Caller caller, Actor actor) {
        return switch (actions.snooze(caller.store(), actor, new SnoozeConversation(conversation, null))) {
            case SnoozeConversation.Result.NoSuchConversation _ -> throw RequestRejected.notFound();
            case SnoozeConversation.Result.Snoozed _, SnoozeConversation.Result.TimeHasPassed _ ->
                said(request, conversation, "inbox.awake");
        };
    }

    /** Keeps the agent out for a while. */
    @PostMapping(ONE + "/pause-agent")
    @Allows(permission = "conversations.manage")
    ModelAndView pauseAgent(
            @PathVariable("conversation") UUID conversation,
            @RequestParam(name = "until", defaultValue = "") String until,
            HttpServletRequest request,
            Caller caller,
            Actor actor,
            Locale language) {
        var reader = readers.of(caller, language);
        var choice = SnoozeChoice.of(until).orElseThrow(RequestRejected::notFound);
        pause(caller, actor, conversation, choice.until(reader.now(), reader.zone()));
        return said(request, conversation, "inbox.paused");
    }

    @PostMapping(ONE + "/resume-agent")
    @Allows(permission = "conversations.manage")
    ModelAndView resumeAgent(
            @PathVariable("conversation") UUID conversation, HttpServletRequest request, Caller caller, Actor actor) {
        pause(caller, actor, conversation, null);
        return said(request, conversation, "inbox.resumed");
    }

    private void pause(Caller caller, Actor actor, UUID conversation, @Nullable Instant until) {
        switch (actions.pauseAgent(caller.store(), actor, new PauseAgent(conversation, until))) {
            case PauseAgent.Result.Paused _ -> {}
            case PauseAgent.Result.NoSuchConversation _ -> throw RequestRejected.notFound();
            case PauseAgent.Result.TimeHasPassed passed ->
                throw new RequestRejected(HttpStatus.BAD_REQUEST, passed.violations());
        }
    }

    @PostMapping(ONE + "/assign")
    @Allows(permission = "conversations.manage")
    ModelAndView assign(
            @PathVariable("conversation") UUID conversation,
            @RequestParam(name = "member", defaultValue = "") String member,
            HttpServletRequest request,
            Caller caller,
            Actor actor) {
        var command = new AssignConversation(
                conversation, Uuids.parse(InputText.clean(member)).orElse(null));
        return switch (actions.assign(caller.store(), actor, command)) {
            case AssignConversation.Result.Assigned _ -> said(request, conversation, "inbox.assigned");
            case AssignConversation.Result.NoSuchMember _ -> said(request, conversation, "inbox.noSuchMember");
            case AssignConversation.Result.MemberWithoutInbox _ -> said(request, conversation, "inbox.withoutInbox");
            case AssignConversation.Result.NoSuchConversation _ -> throw RequestRejected.notFound();
        };
    }

    @PostMapping(ONE + "/read")
    @Allows(permission = "conversations.manage")
    ModelAndView read(
            @PathVariable("conversation") UUID conversation,
            @RequestParam(name = "seen", defaultValue = "") String seen,
            HttpServletRequest request,
            Caller caller,
            Actor actor) {
        var command = new ReadConversation(conversation, Uuids.parse(seen).orElse(null));
        return switch (actions.read(caller.store(), actor, command)) {
            case ReadConversation.Result.Read _, ReadConversation.Result.NoSuchMessage _ ->
                PageRedirect.to(InboxSearch.of(request::getParameter).to(conversation));
            case ReadConversation.Result.NoSuchConversation _ -> throw RequestRejected.notFound();
        };
    }

    private static void there(Optional<ConversationView> changed) {
        if (changed.isEmpty()) {
            throw RequestRejected.notFound();
        }
    }

    private static ModelAndView said(HttpServletRequest request, UUID conversation, String word) {
        return PageRedirect.to(InboxSearch.of(request::getParameter).with(conversation, "said", word));
    }

    private static ModelAndView did(HttpServletRequest request, UUID conversation, InboxDeed.UndoableDeed kind) {
        return PageRedirect.to(InboxSearch.of(request::getParameter).with(conversation, InboxDeed.DID, kind.said("")));
    }
}
