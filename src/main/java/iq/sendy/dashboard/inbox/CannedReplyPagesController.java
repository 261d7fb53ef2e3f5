package iq.sendy.dashboard.inbox;

import iq.sendy.dashboard.AskFirst;
import iq.sendy.dashboard.DashboardPaths;
import iq.sendy.dashboard.PageChoice;
import iq.sendy.messaging.CannedReplies;
import iq.sendy.messaging.CannedReply;
import iq.sendy.messaging.CannedReplyRequest;
import iq.sendy.messaging.ReplyLanguage;
import iq.sendy.messaging.SaveCannedReply;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.FormBinder;
import iq.sendy.platform.pages.PageForm;
import iq.sendy.platform.pages.PageReader;
import iq.sendy.platform.pages.PageReaders;
import iq.sendy.platform.pages.PageRedirect;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** Canned replies of a shop: what its people write again and again. */
@PageController
class CannedReplyPagesController {

    private static final String VIEW = "dashboard/inbox/canned-one";
    private static final String LIST = DashboardPaths.CANNED_REPLIES;
    private static final String NEW = LIST + "/new";
    private static final String ONE = LIST + "/{canned}";

    private final CannedReplies replies;
    private final PageReaders readers;

    CannedReplyPagesController(CannedReplies replies, PageReaders readers) {
        this.replies = replies;
        this.readers = readers;
    }

    @GetMapping(LIST)
    @Allows(permission = "conversations.view", scope = "messaging:read")
    ModelAndView list(Caller caller, Paging paging) {
        var found = replies.list(caller.store(), paging);
        var model = new HashMap<String, @Nullable Object>();
        model.put("replies", found.items());
        model.put("mayManage", InboxPages.mayManage(caller));
        model.put("older", older(found));
        model.put("newest", paging.cursor() == null ? null : LIST);
        return new ModelAndView("dashboard/inbox/canned", model);
    }

    private static @Nullable String older(Page<CannedReply> page) {
        return page.nextCursor() == null
                ? null
                : UriComponentsBuilder.fromPath(LIST)
                        .queryParam("cursor", "{cursor}")
                        .encode()
                        .buildAndExpand(page.nextCursor())
                        .toUriString();
    }

    @GetMapping(NEW)
    @Allows(permission = "conversations.manage", scope = "messaging:write")
    ModelAndView begin(Caller caller, Locale language) {
        return shown(null, PageForm.empty(), readers.of(caller, language), HttpStatus.OK);
    }

    @PostMapping(NEW)
    @Allows(permission = "conversations.manage", scope = "messaging:write")
    ModelAndView add(HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        return save(null, request, caller, actor, language);
    }

    @GetMapping(ONE)
    @Allows(permission = "conversations.manage", scope = "messaging:write")
    ModelAndView show(@PathVariable("canned") UUID id, Caller caller, Locale language) {
        var details = find(caller, id).details();
        var form = PageForm.ofStored()
                .with("shortcut", details.shortcut())
                .with("text", details.text())
                .with("language", details.language());
        return shown(id, form, readers.of(caller, language), HttpStatus.OK);
    }

    @PostMapping(ONE)
    @Allows(permission = "conversations.manage", scope = "messaging:write")
    ModelAndView change(
            @PathVariable("canned") UUID id, HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        return save(find(caller, id).id(), request, caller, actor, language);
    }

    private ModelAndView save(
            @Nullable UUID id, HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        var reader = readers.of(caller, language);
        var bound = FormBinder.bind(CannedReplyRequest.class, request.getParameterMap(), caller.currency());
        if (id == null) {
            bound.complete();
        }
        if (!bound.problems().isEmpty()) {
            return again(id, request, bound.problems().faults(), reader, HttpStatus.BAD_REQUEST);
        }
        var command = bound.value().command();
        var saved = id == null
                ? replies.create(caller.store(), actor, command)
                : replies.change(caller.store(), actor, id, command);
        return switch (saved) {
            case SaveCannedReply.Result.Saved _ -> PageRedirect.to(LIST + "?said=canned.saved");
            case SaveCannedReply.Result.NoSuchReply _ -> throw RequestRejected.notFound();
            // The same form once more: without scripts nothing keeps anybody from tapping twice.
            case SaveCannedReply.Result.ShortcutTaken _
            when id == null && replies.has(caller.store(), command) -> PageRedirect.to(LIST + "?said=canned.saved");
            case Refusal refusal ->
                again(
                        id,
                        request,
                        refusal.violations(),
                        reader,
                        HttpStatus.valueOf(refusal.declared().status()));
        };
    }

    /** One that is gone already is gone. */
    @PostMapping(ONE + "/delete")
    @Allows(permission = "conversations.manage", scope = "messaging:write")
    ModelAndView delete(
            @PathVariable("canned") UUID id, HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        if (!AskFirst.sure(request.getParameterMap())) {
            var shortcut = find(caller, id).details().shortcut();
            return AskFirst.deletion("canned", shortcut, path(id), readers.of(caller, language))
                    .page();
        }
        replies.delete(caller.store(), actor, id);
        return PageRedirect.to(LIST + "?said=canned.deleted");
    }

    private CannedReply find(Caller caller, UUID id) {
        return replies.find(caller.store(), id).orElseThrow(RequestRejected::notFound);
    }

    private static String path(UUID id) {
        return LIST + "/" + id;
    }

    private static ModelAndView again(
            @Nullable UUID id,
            HttpServletRequest request,
            List<Violation> faults,
            PageReader reader,
            HttpStatus status) {
        var form = reader.refused(request.getParameterMap(), faults);
        return shown(id, form, reader, status);
    }

    private static ModelAndView shown(@Nullable UUID id, PageForm form, PageReader reader, HttpStatus status) {
        var model = new HashMap<String, @Nullable Object>();
        model.put("form", form);
        model.put("action", id == null ? NEW : path(id));
        model.put("stored", id != null);
        model.put(
                "languages",
                Arrays.stream(ReplyLanguage.values())
                        .map(one -> new PageChoice(one.toString(), reader.say("knowledge.language." + one)))
                        .toList());
        return new ModelAndView(VIEW, model, status);
    }
}
