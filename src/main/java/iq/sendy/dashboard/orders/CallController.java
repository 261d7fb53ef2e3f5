package iq.sendy.dashboard.orders;

import iq.sendy.dashboard.AskFirst;
import iq.sendy.dashboard.PageChoice;
import iq.sendy.kernel.Uuids;
import iq.sendy.orders.ConfirmationDesk;
import iq.sendy.orders.ConfirmationOutcome;
import iq.sendy.orders.OrderView;
import iq.sendy.orders.RecordAttempt;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.pages.PageReaders;
import iq.sendy.platform.pages.PageRedirect;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The confirmation desk: one order after the other is called, and what came of it brings the next. */
@PageController
class CallController {

    static final String DESK = "/app/confirm";

    private final ConfirmationDesk desk;
    private final CallQueues queues;
    private final CustomerHistory history;
    private final OrderPage page;
    private final OrderLines lines;
    private final PageReaders readers;

    CallController(
            ConfirmationDesk desk,
            CallQueues queues,
            CustomerHistory history,
            OrderPage page,
            OrderLines lines,
            PageReaders readers) {
        this.desk = desk;
        this.queues = queues;
        this.history = history;
        this.page = page;
        this.lines = lines;
        this.readers = readers;
    }

    @GetMapping(DESK)
    @Allows(permission = "orders.manage")
    ModelAndView show(@RequestParam(name = "order", defaultValue = "") String chosen, Caller caller, Locale language) {
        var reader = readers.of(caller, language);
        var queue = queues.read(caller, Uuids.parse(chosen).orElse(null), reader.now());
        var order = queue.current();
        var model = new HashMap<String, @Nullable Object>();
        model.put("queue", queue);
        model.put("order", order);
        if (order == null) {
            model.put("waiting", queues.waiting(caller));
            return new ModelAndView("dashboard/orders/calls", model);
        }
        model.put("lines", page.pictured(order, caller));
        model.put("region", lines.region(order, language));
        model.put("standing", history.of(order, caller));
        model.put(
                "laters",
                Arrays.stream(CallLater.values())
                        .map(later -> new PageChoice(later.word(), reader.say(later.key())))
                        .toList());
        model.put("next", queue.behind(order));
        model.put("skipped", !queue.begins(order));
        return new ModelAndView("dashboard/orders/calls", model);
    }

    @PostMapping(DESK + "/{order}")
    @Allows(permission = "orders.manage")
    ModelAndView record(
            @PathVariable("order") String written,
            @RequestParam(name = "outcome", defaultValue = "") String said,
            @RequestParam(name = "later", defaultValue = "") String later,
            @RequestParam(name = "attempts", defaultValue = "0") String attempts,
            @RequestParam(name = "next", defaultValue = "") String next,
            Caller caller,
            Actor actor,
            Locale language) {
        var reader = readers.of(caller, language);
        var order = page.find(caller, OrderPage.ref(written)).order();
        var again = CallLater.of(later);
        var outcome = again.isPresent()
                ? ConfirmationOutcome.CALL_AGAIN
                : outcome(said).orElseThrow(RequestRejected::notFound);
        var command = new RecordAttempt(
                outcome, null, again.map(when -> when.at(reader)).orElse(null));
        return recorded(order, attempts, command, next, caller, actor);
    }

    /** Asks why first; then it is as if the customer had said no. */
    @PostMapping(DESK + "/{order}/reject")
    @Allows(permission = "orders.manage")
    ModelAndView reject(
            @PathVariable("order") String written,
            @RequestParam(name = "attempts", defaultValue = "0") String attempts,
            @RequestParam(name = "next", defaultValue = "") String next,
            HttpServletRequest request,
            Caller caller,
            Actor actor,
            Locale language) {
        var order = page.find(caller, OrderPage.ref(written)).order();
        var reason = CancelReason.read(request.getParameterMap(), caller, readers.of(caller, language));
        if (!AskFirst.sure(request.getParameterMap()) || reason.form().isFaulty()) {
            return reason.asked(order, DESK + "/" + order.id() + "/reject", here(order.id()));
        }
        var command = new RecordAttempt(ConfirmationOutcome.REJECTED, reason.text(), null);
        return recorded(order, attempts, command, next, caller, actor);
    }

    private ModelAndView recorded(
            OrderView order, String attempts, RecordAttempt command, String next, Caller caller, Actor actor) {
        var result =
                desk.recordNext(caller.store(), actor, OrderPage.ref(order.id().toString()), seen(attempts), command);
        var recorded =
                result.filter(RecordAttempt.Result.Recorded.class::isInstance).isPresent();
        var said = recorded || wasOurs(order.id(), command.outcome(), caller)
                ? command.outcome().toString()
                : "moved";
        var way = Uuids.parse(next).map(id -> "&order=" + id).orElse("");
        return PageRedirect.to(DESK + "?said=calls." + said + "&n=" + order.number() + way);
    }

    /** Whether the last call is this one, sent once more by a button that was tapped twice. */
    private boolean wasOurs(UUID order, ConfirmationOutcome outcome, Caller caller) {
        var timeline = page.find(caller, OrderPage.ref(order.toString())).timeline();
        return timeline.stream()
                .filter(entry -> entry.outcome() != null)
                .reduce((_, last) -> last)
                .filter(last -> last.outcome() == outcome && caller.id().equals(last.actorId()))
                .isPresent();
    }

    private static String here(UUID order) {
        return DESK + "?order=" + order;
    }

    /** What cannot be read was never seen. */
    private static long seen(String attempts) {
        try {
            return Long.parseLong(attempts);
        } catch (NumberFormatException none) {
            return -1;
        }
    }

    /** Of those that a button of its own says: one wants a time, and one is asked about first. */
    private static Optional<ConfirmationOutcome> outcome(String word) {
        return Arrays.stream(ConfirmationOutcome.values())
                .filter(one -> one.toString().equals(word))
                .filter(one -> one != ConfirmationOutcome.CALL_AGAIN && one != ConfirmationOutcome.REJECTED)
                .findFirst();
    }
}
