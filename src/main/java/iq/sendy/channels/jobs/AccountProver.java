package iq.sendy.channels.jobs;

import iq.sendy.channels.AccountProofs;
import iq.sendy.channels.AccountProofs.AccountToProve;
import iq.sendy.channels.ProofPlans;
import iq.sendy.jobs.AttemptResult;
import iq.sendy.jobs.AttemptResult.Completed;
import iq.sendy.jobs.AttemptResult.Failed;
import iq.sendy.jobs.AttemptResult.GivenUp;
import iq.sendy.jobs.Job;
import iq.sendy.jobs.JobEnd;
import iq.sendy.jobs.JobHandler;
import iq.sendy.kernel.StoreId;
import iq.sendy.meta.AccountAnswer;
import iq.sendy.meta.Graph;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Asks Meta whether the token of a channel may read its account; a job has the id of its channel. */
@Component
class AccountProver implements JobHandler<AccountToProve, AccountAnswer> {

    /** While Meta gives no answer, and nothing is taken. */
    private static final Duration UNANSWERED = Duration.ofMinutes(1);

    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private final AccountProofs proofs;
    private final Graph graph;
    private final JsonMapper json;

    AccountProver(AccountProofs proofs, Graph graph, JsonMapper json) {
        this.proofs = proofs;
        this.graph = graph;
        this.json = json;
    }

    @Override
    public String kind() {
        return ProofPlans.KIND;
    }

    @Override
    public Map<UUID, AccountToProve> load(StoreId store, List<Job> claimed) {
        var asked = new HashMap<UUID, AccountToProve>();
        for (var job : claimed) {
            proofs.toProve(store, job.payload(json, UUID.class)).ifPresent(channel -> asked.put(job.id(), channel));
        }
        return asked;
    }

    @Override
    public AccountAnswer attempt(Job job, AccountToProve work) {
        return graph.mayRead(work.account(), work.of().externalId());
    }

    /** Channels are locked in the order of their ids. */
    @Override
    public List<JobEnd> settle(StoreId store, List<AttemptResult<AccountToProve, AccountAnswer>> done) {
        var ends = new HashMap<UUID, JobEnd>();
        done.stream()
                .sorted(Comparator.comparing(result -> result.work().channel()))
                .forEach(result -> ends.put(result.job().id(), end(store, result)));
        return done.stream()
                .map(result -> Objects.requireNonNull(ends.get(result.job().id())))
                .toList();
    }

    private JobEnd end(StoreId store, AttemptResult<AccountToProve, AccountAnswer> result) {
        return switch (result) {
            case Completed<AccountToProve, AccountAnswer>(var _, var asked, var answer) -> end(store, asked, answer);
            case Failed<AccountToProve, AccountAnswer> failed -> failed.end();
            case GivenUp<AccountToProve, AccountAnswer> givenUp -> givenUp.end();
        };
    }

    private JobEnd end(StoreId store, AccountToProve asked, AccountAnswer answer) {
        if (!proofs.settle(store, asked, answer)) {
            return new JobEnd.Deferred(AT_ONCE);
        }
        return answer instanceof AccountAnswer.Unanswered ? new JobEnd.Deferred(UNANSWERED) : new JobEnd.Done();
    }
}
