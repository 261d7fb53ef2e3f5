package iq.sendy.cashier.web;

import iq.sendy.cashier.CashMovementType;
import iq.sendy.cashier.CashierSession;
import iq.sendy.cashier.CashierSessions;
import iq.sendy.cashier.CheckPin;
import iq.sendy.cashier.CloseSession;
import iq.sendy.cashier.MoveCash;
import iq.sendy.cashier.OpenSession;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.StoreController;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.Amount;
import iq.sendy.platform.body.Body;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.Prepared;
import iq.sendy.platform.body.QueryParameters;
import iq.sendy.platform.body.ReferenceTo;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Secret;
import iq.sendy.platform.body.Text;
import iq.sendy.platform.body.Whole;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Cashier sessions on the wire. */
@StoreController
class CashierSessionController {

    private final CashierSessions sessions;

    CashierSessionController(CashierSessions sessions) {
        this.sessions = sessions;
    }

    record OpeningRequest(
            @Required @Amount @Example("50000") Long openingCash,

            @Text(Text.NAME) @Example("\"Main\"") @Nullable String registerName,

            @Secret @Example("\"4702\"") @Nullable String pin,
            @ReferenceTo("staff") @Nullable UUID staffId)
            implements PinBearer {}

    @PostMapping("/cashier/sessions/open")
    @Allows(permission = "cashier.manage", scope = "cashier:write")
    @Describes(
            value = "Open a session at a register with what was counted",
            refuses = {OpenSession.Result.class, CheckPin.Result.class})
    Answer<CashierSessionBody> open(
            @Body Bound<OpeningRequest> body,
            @Prepared(by = PinCheck.class) CheckPin.@Nullable Result pin,
            Caller caller,
            Actor actor) {
        if (pin instanceof CheckPin.Result.PinMissing missing) {
            body.problems().addAll(missing.violations());
        }
        var opening = body.valid();
        if (pin instanceof Refusal refusal) {
            return PinCheck.refused(refusal);
        }
        var register = Objects.requireNonNullElse(opening.registerName(), CashierSession.DEFAULT_REGISTER);
        var withoutPin = pin == null ? PinCheck.command(opening, caller) : null;
        var command = new OpenSession(register, opening.openingCash(), caller.currency(), withoutPin);
        return switch (sessions.open(caller.store(), actor, command)) {
            case OpenSession.Result.Opened(var report) ->
                Answer.ok("cashier_session.opened", CashierSessionBody.of(report));
            case Refusal refusal -> Answer.refused(refusal);
        };
    }

    @GetMapping("/cashier/sessions")
    @Allows(permission = "cashier.view", scope = "cashier:read")
    @Describes("List the cashier sessions, newest first")
    Answer<Page<CashierSessionBody>> list(Paging paging, Caller caller) {
        return Answer.ok(
                "cashier_session.listed", sessions.list(caller.store(), paging).map(CashierSessionBody::of));
    }

    record CurrentSessionFilter(@Text(Text.NAME) @Nullable String registerName) {}

    @GetMapping("/cashier/sessions/current")
    @Allows(permission = "cashier.view", scope = "cashier:read")
    @Describes(
            value = "The session that is open: the caller's own, or of the register that is named",
            refuses = Answer.NotFound.class)
    Answer<CashierSessionBody> current(@QueryParameters CurrentSessionFilter filter, Caller caller) {
        return sessions.current(caller.store(), caller.id(), filter.registerName())
                .map(report -> Answer.ok("cashier_session.found", CashierSessionBody.of(report)))
                .orElseGet(Answer::notFound);
    }

    @GetMapping("/cashier/sessions/{id}")
    @Allows(permission = "cashier.view", scope = "cashier:read")
    @Describes("One cashier session")
    Answer<CashierSessionBody> get(@PathVariable UUID id, Caller caller) {
        return sessions.report(caller.store(), id)
                .map(report -> Answer.ok("cashier_session.found", CashierSessionBody.of(report)))
                .orElseGet(Answer::notFound);
    }

    record CashMovementRequest(
            @Required @Example("\"PayOut\"") CashMovementType type,

            @Required @Amount(positive = true) @Example("10000")
            Long amount,

            @Required @Text(Text.REASON) @Example("\"أجرة التوصيل\"")
            String reason) {}

    @PostMapping("/cashier/sessions/{id}/cash-movements")
    @Allows(permission = "cashier.manage", scope = "cashier:write")
    @Describes(value = "Put cash into the drawer, or take some out", refuses = MoveCash.Result.class)
    Answer<CashierSessionBody.CashMovementBody> moveCash(
            @PathVariable UUID id, @Body Bound<CashMovementRequest> body, Caller caller, Actor actor) {
        if (notThere(id, body, caller)) {
            return Answer.notFound();
        }
        var moved = body.valid();
        var command = new MoveCash(moved.type(), moved.amount(), moved.reason(), caller.currency());
        return switch (sessions.moveCash(caller.store(), actor, id, command)) {
            case MoveCash.Result.CashMoved(var movement) ->
                Answer.ok("cash_movement.created", CashierSessionBody.CashMovementBody.of(movement, caller.currency()));
            case MoveCash.Result.NoSuchSession _ -> Answer.notFound();
            case MoveCash.Result.ClosedAlready refusal -> Answer.refused(refusal);
        };
    }

    record ClosingRequest(
            @Required @Amount @Example("182500") Long closingCash,
            @Text(Text.NOTES) @Nullable String notes,
            @Whole(max = 1_000_000) @Example("0") @Nullable Long unsent) {}

    @PostMapping("/cashier/sessions/{id}/close")
    @Allows(permission = "cashier.manage", scope = "cashier:write")
    @Describes(value = "Close a session for good with what was counted", refuses = CloseSession.Result.class)
    Answer<CashierSessionBody> close(
            @PathVariable UUID id, @Body Bound<ClosingRequest> body, Caller caller, Actor actor) {
        if (notThere(id, body, caller)) {
            return Answer.notFound();
        }
        var counted = body.valid();
        var unsent = Objects.requireNonNullElse(counted.unsent(), 0L);
        var command = new CloseSession(counted.closingCash(), counted.notes(), unsent, caller.currency());
        return switch (sessions.close(caller.store(), actor, id, command)) {
            case CloseSession.Result.Closed(var report) ->
                Answer.ok("cashier_session.closed", CashierSessionBody.of(report));
            case CloseSession.Result.NoSuchSession _ -> Answer.notFound();
            case Refusal refusal -> Answer.refused(refusal);
        };
    }

    /** A session that is not there is said before what is wrong with the body. */
    private boolean notThere(UUID id, Bound<?> body, Caller caller) {
        return !body.problems().isEmpty() && sessions.report(caller.store(), id).isEmpty();
    }
}
