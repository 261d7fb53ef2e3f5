package iq.sendy.platform.web;

import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.AnswerSender;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.body.BodyResolver;
import iq.sendy.platform.body.QueryViolations;
import iq.sendy.platform.idempotency.IdempotencyStore;
import iq.sendy.platform.idempotency.IdempotencyStore.KeyClaim;
import iq.sendy.platform.tenancy.CommitUnknown;
import iq.sendy.platform.tenancy.TransientConflict;
import iq.sendy.platform.tenancy.WriteConflict;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ServletInvocableHandlerMethod;

/**
 * Transaction boundary of a request, with retries and idempotency. Runs a controller as one step. A step that met a
 * deadlock, a lock time-out or was overtaken runs again as a whole, three times at most. With an
 * {@code Idempotency-Key} the step's transaction is opened here, so that the effect and the kept answer commit
 * together; anything but a 2xx rolls back. What is slow is prepared before it.
 */
class RetryingHandlerAdapter extends RequestMappingHandlerAdapter {

    private static final int TRIES = 4;
    private static final int LOOKS = 20;
    private static final long BETWEEN_LOOKS = 5_000_000L;
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final PlatformTransactionManager transactions;
    private final IdempotencyStore kept;
    private final BodyResolver bodies;
    private final PreparationRunner preparationRunner;
    private final AnswerSender sender;

    RetryingHandlerAdapter(
            PlatformTransactionManager transactions,
            IdempotencyStore kept,
            BodyResolver bodies,
            PreparationRunner preparationRunner,
            AnswerSender sender) {
        this.transactions = transactions;
        this.kept = kept;
        this.bodies = bodies;
        this.preparationRunner = preparationRunner;
        this.sender = sender;
    }

    @Override
    protected ServletInvocableHandlerMethod createInvocableHandlerMethod(HandlerMethod method) {
        return new ServletInvocableHandlerMethod(method) {
            @Override
            protected @Nullable Object doInvoke(@Nullable Object... arguments) throws Exception {
                if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
                    var violations = QueryViolations.problems(attributes.getRequest());
                    if (!violations.isEmpty() && hangsOnItsPath(method, attributes.getRequest())) {
                        var answer = super.doInvoke(arguments);
                        return absent(answer) ? answer : refused(violations);
                    }
                    violations.refuseIfAny();
                }
                return super.doInvoke(arguments);
            }
        };
    }

    /**
     * A path that leads nowhere is said before what is wrong with the query. Whether it does, a list below an id knows alone:
     * it is asked with what could be read, and of its answer nothing is used but that.
     */
    private static boolean hangsOnItsPath(HandlerMethod method, HttpServletRequest request) {
        return SAFE.contains(HttpMethod.valueOf(request.getMethod()))
                && method.getMethod().getReturnType() == Answer.class
                && Arrays.stream(method.getMethodParameters())
                        .anyMatch(parameter -> parameter.hasParameterAnnotation(PathVariable.class));
    }

    private static boolean absent(@Nullable Object answer) {
        return answer instanceof Answer<?> found && found.status() == HttpStatus.NOT_FOUND;
    }

    private static Answer<?> refused(Violations violations) {
        return Answer.refused(HttpStatus.BAD_REQUEST, violations.faults());
    }

    @Override
    protected @Nullable ModelAndView handleInternal(
            HttpServletRequest request, HttpServletResponse response, HandlerMethod method) throws Exception {
        if (SAFE.contains(HttpMethod.valueOf(request.getMethod()))) {
            return super.handleInternal(request, response, method);
        }
        bodies.refuseUnreadable(request, method);
        for (var attempt = 1; ; attempt++) {
            try {
                if (kept.keyOf(request) != null) {
                    return once(request, response, method);
                }
                preparationRunner.prepare(request, method, null);
                return super.handleInternal(request, response, method);
            } catch (DataAccessException | WriteConflict failed) {
                if (!TransientConflict.is(failed)) {
                    throw failed;
                }
                if (attempt == TRIES) {
                    throw new ServiceBusy(failed);
                }
                // A moment's rest, so that the two that met do not meet again in step.
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(2_000_000L, 20_000_000L * attempt));
            }
        }
    }

    private @Nullable ModelAndView once(HttpServletRequest request, HttpServletResponse response, HandlerMethod method)
            throws Exception {
        var caller = request.getAttribute(Caller.ATTRIBUTE) instanceof Caller known ? known : null;
        var claim = kept.read(request, caller);
        var buffered = new BufferedAnswer(response);
        if (preparationRunner.missing(request, method)) {
            var replay = replayOf(claim);
            if (replay != null) {
                buffered.replay(replay);
                buffered.send(request, sender);
                return null;
            }
            preparationRunner.prepare(request, method, claim.requestKey());
        }
        var status = transactions.getTransaction(new DefaultTransactionDefinition());
        try {
            switch (preparationRunner.prepares(method) ? claimed(claim) : kept.claim(claim)) {
                case KeyClaim.Replay replay -> buffered.replay(replay);
                case KeyClaim.Ours _ -> {
                    super.handleInternal(request, buffered, method);
                    if (buffered.getStatus() / 100 == 2) {
                        kept.keep(claim, buffered.getStatus(), buffered.head(), buffered.bytes());
                    } else {
                        status.setRollbackOnly();
                    }
                }
            }
        } catch (Exception failed) {
            transactions.rollback(status);
            throw failed;
        }
        commit(status, claim, buffered);
        buffered.send(request, sender);
        return null;
    }

    /**
     * What was prepared has happened, so its answer is worth a moment: a repeat that looks whether there is one already holds
     * the key as long as that takes.
     */
    private KeyClaim claimed(IdempotencyStore.IdempotentRequest claim) {
        for (var looks = 1; ; looks++) {
            try {
                return kept.claim(claim);
            } catch (RequestRejected running) {
                if (running.status() != HttpStatus.CONFLICT || looks == LOOKS) {
                    throw running;
                }
                LockSupport.parkNanos(BETWEEN_LOOKS);
            }
        }
    }

    /** A repeat is answered before anything slow is asked; the claim is taken back, since it would be held meanwhile. */
    private KeyClaim.@Nullable Replay replayOf(IdempotencyStore.IdempotentRequest claim) {
        var status = transactions.getTransaction(new DefaultTransactionDefinition());
        try {
            return kept.claim(claim) instanceof KeyClaim.Replay replay ? replay : null;
        } finally {
            transactions.rollback(status);
        }
    }

    /** When the answer to COMMIT is lost, the kept answer tells whether the step happened. */
    private void commit(TransactionStatus status, IdempotencyStore.IdempotentRequest claim, BufferedAnswer buffered)
            throws IOException {
        try {
            transactions.commit(status);
        } catch (CommitUnknown unknown) {
            buffered.replay(kept.afterLostCommit(claim).orElseThrow(() -> unknown));
        }
    }
}
