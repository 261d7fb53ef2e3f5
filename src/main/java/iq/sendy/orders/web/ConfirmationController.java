package iq.sendy.orders.web;

import iq.sendy.kernel.When;
import iq.sendy.orders.ConfirmationDesk;
import iq.sendy.orders.ConfirmationOutcome;
import iq.sendy.orders.OrderBody;
import iq.sendy.orders.RecordAttempt;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.api.StoreController;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.Body;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.body.CrossFieldRules;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Text;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The confirmation desk on the wire: what calls to customers came to. */
@StoreController
class ConfirmationController {

    /** Farther ahead nobody agrees on a call, and a year was mistyped. */
    private static final Duration FARTHEST = Duration.ofDays(90);

    private final ConfirmationDesk desk;
    private final OrderPreconditions known;
    private final Clock clock;

    ConfirmationController(ConfirmationDesk desk, OrderPreconditions known, Clock clock) {
        this.desk = desk;
        this.known = known;
        this.clock = clock;
    }

    @RefusedWith(code = {"field.required", "field.out_of_range"})
    record AttemptRequest(
            @Required @Example("\"NoAnswer\"") ConfirmationOutcome outcome,
            @Text(Text.REASON) @Nullable String note,
            @Nullable When callAgainAt)
            implements CrossFieldRules {

        @Override
        public void check(Violations violations) {
            if (outcome == ConfirmationOutcome.CALL_AGAIN && callAgainAt == null && !violations.has("callAgainAt")) {
                violations.add("callAgainAt", "field.required");
            }
        }

        /** To the millisecond, as all times are kept. */
        @Nullable
        Instant callAgain(Caller caller) {
            return callAgainAt == null ? null : callAgainAt.start(caller.zone()).truncatedTo(ChronoUnit.MILLIS);
        }
    }

    @PostMapping("/orders/{id}/confirmation-attempts")
    @Allows(permission = "orders.manage", scope = "orders:write")
    @Describes(value = "Record what a call to confirm an order came to", refuses = RecordAttempt.Result.class)
    Answer<OrderBody.DetailBody> record(
            @PathVariable String id, @Body Bound<AttemptRequest> body, Caller caller, Actor actor) {
        checkTime(body, caller);
        return known.onOrder(id, body, caller, ref -> {
            var request = body.valid();
            var command = new RecordAttempt(request.outcome(), request.note(), request.callAgain(caller));
            return switch (desk.record(caller.store(), actor, ref, command)) {
                case RecordAttempt.Result.Recorded(var order) -> Answer.ok("order.attempted", OrderBody.of(order));
                case RecordAttempt.Result.NoSuchOrder _ -> Answer.notFound();
                case RecordAttempt.Result.Forbidden forbidden -> Answer.refused(forbidden);
            };
        });
    }

    private void checkTime(Bound<AttemptRequest> body, Caller caller) {
        var now = clock.instant();
        var callAgain = body.value().callAgainAt();
        if (callAgain == null) {
            return;
        }
        var at = callAgain.start(caller.zone());
        if (!at.isAfter(now) || at.isAfter(now.plus(FARTHEST))) {
            body.problems()
                    .add(
                            "callAgainAt",
                            "field.out_of_range",
                            now.toString(),
                            now.plus(FARTHEST).toString());
        }
    }
}
