package iq.sendy.agent;

import iq.sendy.agent.store.MessageJobStore;
import iq.sendy.billing.BudgetRequest;
import iq.sendy.billing.CallId;
import iq.sendy.billing.DiscardedCalls;
import iq.sendy.billing.DiscardedCalls.DiscardReason;
import iq.sendy.billing.TokenBudget;
import iq.sendy.billing.TokenBudget.Reservation;
import iq.sendy.billing.UsageEvent;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Pipeline;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ledger of a turn's calls: what is kept before one, and counted and noted after it, each in a transaction of its own. */
@Component
class CallLedger {

    private final TokenBudget budget;
    private final MessageJobStore jobs;
    private final JobSteps steps;
    private final Pipeline pipeline;

    CallLedger(TokenBudget budget, MessageJobStore jobs, JobSteps steps, Pipeline pipeline) {
        this.budget = budget;
        this.jobs = jobs;
        this.steps = steps;
        this.pipeline = pipeline;
    }

    @Transactional
    Reservation reserve(StoreId store, BudgetRequest request) {
        return budget.reserve(store, request);
    }

    /** A call used tokens. What a worker hears that has the job no more, nobody gets; false when it was counted before. */
    @Transactional
    boolean settle(StoreId store, UsageEvent event, JobStep step) {
        var call = event.call();
        // The job before the store's period, as everywhere.
        var job = jobs.find(store, List.of(call.job()));
        pipeline.send(
                jobs.spent(
                        store,
                        call.job(),
                        event.tokens().input(),
                        event.tokens().output()),
                steps.append(store, call.job(), call.attempt(), List.of(step)),
                job);
        var counted = budget.settle(store, event);
        if (job.answer().stream().noneMatch(one -> isOfAttempt(one, call))) {
            budget.discard(store, DiscardedCalls.ofCall(call, DiscardReason.DISCARDED));
        }
        return counted;
    }

    private static boolean isOfAttempt(AiMessageJob job, CallId call) {
        return job.state() == AiJobState.GENERATING && job.progress().runs() == call.attempt();
    }

    /** A call used none. */
    @Transactional
    boolean release(StoreId store, CallId call, JobStep step) {
        pipeline.send(steps.append(store, call.job(), call.attempt(), List.of(step)));
        budget.release(store, call);
        return true;
    }

    /** What a call said is not used: it is counted, and the store does not pay it. */
    @Transactional
    void discard(StoreId store, CallId call) {
        budget.discard(store, DiscardedCalls.ofCall(call, DiscardReason.DISCARDED));
    }

    /** What is no call of a model. */
    @Transactional
    void note(StoreId store, UUID job, int run, List<JobStep> made) {
        pipeline.send(steps.append(store, job, run, made));
    }
}
