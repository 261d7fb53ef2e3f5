package iq.sendy.channels.jobs;

import static java.util.stream.Collectors.toMap;

import iq.sendy.channels.TokenRenewals;
import iq.sendy.channels.TokenRenewals.TokenToRenew;
import iq.sendy.jobs.AttemptResult;
import iq.sendy.jobs.AttemptResult.Completed;
import iq.sendy.jobs.AttemptResult.Failed;
import iq.sendy.jobs.AttemptResult.GivenUp;
import iq.sendy.jobs.Job;
import iq.sendy.jobs.JobEnd;
import iq.sendy.jobs.JobHandler;
import iq.sendy.jobs.Retry;
import iq.sendy.kernel.StoreId;
import iq.sendy.meta.Graph;
import iq.sendy.meta.GraphError;
import iq.sendy.meta.RefreshOutcome;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Renews tokens at Meta; a job has the id of its channel. */
@Component
class TokenRenewer implements JobHandler<TokenToRenew, RefreshOutcome> {

    private static final Duration AN_HOUR = Duration.ofHours(1);

    /** What Meta would refuse today it would refuse in an hour. */
    private static final Duration A_DAY = Duration.ofDays(1);

    private final TokenRenewals renewals;
    private final Graph graph;
    private final JsonMapper json;

    TokenRenewer(TokenRenewals renewals, Graph graph, JsonMapper json) {
        this.renewals = renewals;
        this.graph = graph;
        this.json = json;
    }

    @Override
    public String kind() {
        return TokenRenewals.KIND;
    }

    @Override
    public Retry retry() {
        return new Retry(10, Duration.ofMinutes(1), Duration.ofHours(6));
    }

    @Override
    public Map<UUID, TokenToRenew> load(StoreId store, List<Job> claimed) {
        var tokens = new HashMap<UUID, TokenToRenew>();
        for (var job : claimed) {
            renewals.token(store, job.payload(json, UUID.class)).ifPresent(token -> tokens.put(job.id(), token));
        }
        return tokens;
    }

    @Override
    public RefreshOutcome attempt(Job job, TokenToRenew work) {
        if (!job.mayAct()) {
            throw new IllegalStateException("The lease is as good as over");
        }
        return graph.refresh(work.account());
    }

    @Override
    public List<JobEnd> settle(StoreId store, List<AttemptResult<TokenToRenew, RefreshOutcome>> done) {
        var inOrder = done.stream()
                .sorted((a, b) -> a.work().channel().compareTo(b.work().channel()))
                .collect(toMap(result -> result.job().id(), result -> end(store, result)));
        return done.stream()
                .map(result -> Objects.requireNonNull(inOrder.get(result.job().id())))
                .toList();
    }

    private JobEnd end(StoreId store, AttemptResult<TokenToRenew, RefreshOutcome> result) {
        return switch (result) {
            case Completed<TokenToRenew, RefreshOutcome>(var _, var token, var outcome) -> end(store, token, outcome);
            case Failed<TokenToRenew, RefreshOutcome> failed -> failed.end();
            case GivenUp<TokenToRenew, RefreshOutcome> givenUp -> givenUp.end();
        };
    }

    private JobEnd end(StoreId store, TokenToRenew token, RefreshOutcome outcome) {
        return switch (outcome) {
            case RefreshOutcome.Renewed renewed -> {
                renewals.renewed(store, token, renewed);
                yield new JobEnd.Done();
            }
            case RefreshOutcome.Denied(var error) -> denied(store, token, error);
            case RefreshOutcome.NotRenewable() -> new JobEnd.Done();
            case RefreshOutcome.Unanswered(var _) -> new JobEnd.Deferred(AN_HOUR);
        };
    }

    private JobEnd denied(StoreId store, TokenToRenew token, GraphError error) {
        return switch (error.errorClass()) {
            case CHANNEL_AUTH -> {
                renewals.refused(store, token, error);
                yield new JobEnd.Done();
            }
            case TRANSIENT, CHANNEL_LIMIT, CONVERSATION_LIMIT -> new JobEnd.Deferred(AN_HOUR);
            case POLICY, BILLING, WINDOW_CLOSED, MEDIA, PERMANENT -> new JobEnd.Deferred(A_DAY);
        };
    }
}
