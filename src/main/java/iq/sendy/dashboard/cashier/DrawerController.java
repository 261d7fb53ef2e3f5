package iq.sendy.dashboard.cashier;

import iq.sendy.cashier.CashMovementType;
import iq.sendy.cashier.CashierSessions;
import iq.sendy.cashier.CloseSession;
import iq.sendy.cashier.MoveCash;
import iq.sendy.cashier.SessionReport;
import iq.sendy.dashboard.AskFirst;
import iq.sendy.kernel.Uuids;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.Amount;
import iq.sendy.platform.body.FormBinder;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Text;
import iq.sendy.platform.body.Whole;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.pages.PageForm;
import iq.sendy.platform.pages.PageReader;
import iq.sendy.platform.pages.PageReaders;
import iq.sendy.platform.pages.PageRedirect;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Sessions of the counter: what went through their drawers, cash in and out of them, and counting them at the end. */
@PageController
class DrawerController {

    private static final int ROWS = 30;

    private final CashierSessions sessions;
    private final PageReaders readers;
    private final UuidGenerator uuidGenerator;

    DrawerController(CashierSessions sessions, PageReaders readers, UuidGenerator uuidGenerator) {
        this.sessions = sessions;
        this.readers = readers;
        this.uuidGenerator = uuidGenerator;
    }

    record MovementDraft(
            @Required CashMovementType type,
            @Required @Amount(positive = true) Long amount,
            @Required @Text(Text.REASON) String reason,
            @Nullable UUID id) {}

    record ClosingDraft(
            @Required @Amount Long closingCash,
            @Text(Text.NOTES) @Nullable String notes,
            @Whole(max = 1_000_000) @Nullable Long unsent) {}

    @GetMapping(CashierScreens.SESSIONS)
    @Allows(permission = "cashier.view")
    ModelAndView list(Paging paging, Caller caller) {
        var page = sessions.list(caller.store(), new Paging(1, ROWS, paging.cursor(), paging.seal()));
        var next = page.nextCursor();
        var model = new HashMap<String, @Nullable Object>();
        model.put("rows", page.items());
        model.put("newest", paging.cursor() == null ? null : CashierScreens.SESSIONS);
        model.put("older", next == null ? null : CashierScreens.SESSIONS + "?cursor=" + next);
        return new ModelAndView("dashboard/cashier/sessions", model);
    }

    @GetMapping(CashierScreens.SESSION)
    @Allows(permission = "cashier.view")
    ModelAndView show(@PathVariable("session") String id, Caller caller) {
        return page(found(id, caller), caller, PageForm.empty(), HttpStatus.OK);
    }

    private ModelAndView page(SessionReport report, Caller caller, PageForm form, HttpStatus status) {
        var model = new HashMap<String, Object>();
        model.put("report", report);
        model.put("form", form);
        model.put("movement", uuidGenerator.next());
        model.put("mayManage", caller.missing("cashier.manage", "cashier:write") == null);
        return new ModelAndView("dashboard/cashier/session", model, status);
    }

    @PostMapping(CashierScreens.SESSION + "/cash-movements")
    @Allows(permission = "cashier.manage")
    ModelAndView moveCash(
            @PathVariable("session") String id,
            HttpServletRequest request,
            Caller caller,
            Actor actor,
            Locale language) {
        var report = found(id, caller);
        var here = path(report);
        var form = PageForm.sent(request.getParameterMap());
        var reader = readers.of(caller, language);
        var bound = FormBinder.bind(MovementDraft.class, request.getParameterMap(), caller.currency());
        if (!bound.problems().isEmpty()) {
            var faults = reader.faults(bound.problems().faults());
            return page(report, caller, form.withFaults(faults), HttpStatus.BAD_REQUEST);
        }
        var draft = bound.value();
        var command = new MoveCash(draft.type(), draft.amount(), draft.reason(), caller.currency(), draft.id());
        return switch (sessions.moveCash(caller.store(), actor, report.session().id(), command)) {
            case MoveCash.Result.CashMoved _ -> PageRedirect.to(here + "?said=cashier.moved." + draft.type());
            case MoveCash.Result.NoSuchSession _ -> throw RequestRejected.notFound();
            case MoveCash.Result.ClosedAlready _ -> PageRedirect.to(here + "?said=cashier.closedAlready");
        };
    }

    @GetMapping(CashierScreens.SESSION + "/close")
    @Allows(permission = "cashier.manage")
    ModelAndView count(@PathVariable("session") String id, Caller caller) {
        var report = found(id, caller);
        return report.session().isOpen()
                ? counting(report, caller, PageForm.empty(), HttpStatus.OK)
                : PageRedirect.to(path(report));
    }

    private static ModelAndView counting(SessionReport report, Caller caller, PageForm form, HttpStatus status) {
        var model = new HashMap<String, Object>();
        model.put("report", report);
        model.put("form", form);
        model.put("store", caller.store().value());
        return new ModelAndView("dashboard/cashier/close", model, status);
    }

    @PostMapping(CashierScreens.SESSION + "/close")
    @Allows(permission = "cashier.manage")
    ModelAndView close(
            @PathVariable("session") String id,
            HttpServletRequest request,
            Caller caller,
            Actor actor,
            Locale language) {
        var report = found(id, caller);
        var reader = readers.of(caller, language);
        var form = PageForm.sent(request.getParameterMap());
        var bound = FormBinder.bind(ClosingDraft.class, request.getParameterMap(), caller.currency());
        if (!bound.problems().isEmpty()) {
            var faults = reader.faults(bound.problems().faults());
            return counting(report, caller, form.withFaults(faults), HttpStatus.BAD_REQUEST);
        }
        var draft = bound.value();
        var unsent = Objects.requireNonNullElse(draft.unsent(), 0L);
        if (unsent == 0 && report.session().isOpen() && !AskFirst.sure(request.getParameterMap())) {
            return ask(report, draft, reader, request);
        }
        var command = new CloseSession(draft.closingCash(), draft.notes(), unsent, caller.currency());
        return switch (sessions.close(caller.store(), actor, report.session().id(), command)) {
            case CloseSession.Result.Closed(var closed) -> PageRedirect.to(path(closed) + "?said=cashier.closed");
            case CloseSession.Result.NoSuchSession _ -> throw RequestRejected.notFound();
            case CloseSession.Result.ClosedAlready _ -> PageRedirect.to(path(report) + "?said=cashier.closedAlready");
            case Refusal refusal ->
                counting(
                        report,
                        caller,
                        form.withFaults(reader.faults(refusal.violations())),
                        HttpStatus.valueOf(refusal.declared().status()));
        };
    }

    private static ModelAndView ask(
            SessionReport report, ClosingDraft draft, PageReader reader, HttpServletRequest request) {
        return new AskFirst(
                        reader.say(
                                "cashier.close.ask",
                                reader.named(
                                        "cashier.register.", report.session().registerName())),
                        reader.say("cashier.close.effect", reader.money(draft.closingCash())),
                        reader.say("cashier.close.do"),
                        path(report) + "/close",
                        path(report) + "/close",
                        AskFirst.fields(request.getParameterMap()))
                .page();
    }

    private SessionReport found(String id, Caller caller) {
        return Uuids.parse(id)
                .flatMap(each -> sessions.report(caller.store(), each))
                .orElseThrow(RequestRejected::notFound);
    }

    private static String path(SessionReport report) {
        return CashierScreens.SESSIONS + "/" + report.session().id();
    }
}
