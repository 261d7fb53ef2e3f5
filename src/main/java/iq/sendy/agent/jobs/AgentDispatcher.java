package iq.sendy.agent.jobs;

import static java.util.stream.Collectors.toMap;

import iq.sendy.agent.AgentDispatch;
import iq.sendy.agent.AgentJobs;
import iq.sendy.agent.AiMessageJob;
import iq.sendy.agent.DispatchEnds;
import iq.sendy.agent.Dispatched;
import iq.sendy.agent.TurnPlayer;
import iq.sendy.jobs.AttemptResult;
import iq.sendy.jobs.Job;
import iq.sendy.jobs.JobEnd;
import iq.sendy.jobs.JobHandler;
import iq.sendy.jobs.Lane;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Query;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers customers: one job for each burst of messages, several of a store at once. */
@Component
class AgentDispatcher implements JobHandler<AiMessageJob, Dispatched> {

    private static final Logger LOG = LoggerFactory.getLogger(AgentDispatcher.class);

    /** More conversations of one store are answered one after the other, and no other store waits for them. */
    private static final int MOST_AT_ONCE = 16;

    private final AgentDispatch dispatch;
    private final TurnPlayer turns;
    private final DispatchEnds ends;
    private final JsonMapper json;

    AgentDispatcher(AgentDispatch dispatch, TurnPlayer turns, DispatchEnds ends, JsonMapper json) {
        this.dispatch = dispatch;
        this.turns = turns;
        this.ends = ends;
        this.json = json;
    }

    @Override
    public String kind() {
        return AgentJobs.DISPATCH;
    }

    @Override
    public Query<Lane> lanes(StoreId store) {
        return Query.known(List.of(Lane.open(JobHandler.laneOf(kind()), MOST_AT_ONCE)));
    }

    @Override
    public Map<UUID, AiMessageJob> load(StoreId store, List<Job> claimed) {
        var named = claimed.stream().collect(toMap(Job::id, this::job));
        var waiting = dispatch.waiting(store, List.copyOf(named.values()));
        var work = new HashMap<UUID, AiMessageJob>();
        named.forEach((id, job) -> {
            var found = waiting.get(job);
            if (found != null) {
                work.put(id, found);
            }
        });
        return work;
    }

    private UUID job(Job job) {
        return job.payload(json, UUID.class);
    }

    @Override
    public Dispatched attempt(Job job, AiMessageJob work) {
        return job.mayAct() ? turns.play(job.store(), work, job.token(), job::mayAct) : new Dispatched.NotMade();
    }

    @Override
    public List<JobEnd> settle(StoreId store, List<AttemptResult<AiMessageJob, Dispatched>> done) {
        var noted = new HashMap<UUID, JobEnd>();
        // Conversations are locked in the order of their ids, as everywhere.
        done.stream()
                .sorted(Comparator.comparing(
                        one -> one.work().place().conversation().toString()))
                .forEach(one -> noted.put(one.job().id(), end(store, one)));
        var inOrder = new ArrayList<JobEnd>();
        done.forEach(
                one -> inOrder.add(Objects.requireNonNull(noted.get(one.job().id()))));
        return inOrder;
    }

    private JobEnd end(StoreId store, AttemptResult<AiMessageJob, Dispatched> one) {
        return switch (one) {
            case AttemptResult.Completed<AiMessageJob, Dispatched>(var _, var work, var dispatched) ->
                ends.note(store, work, dispatched);
            case AttemptResult.Failed<AiMessageJob, Dispatched>(var _, var work, var error, var _) -> {
                LOG.error("An attempt of the agent broke: {}", error.getClass().getName());
                yield ends.note(store, work, new Dispatched.Failed("broken", null));
            }
            case AttemptResult.GivenUp<AiMessageJob, Dispatched>(var _, var work, var end) -> {
                ends.giveUp(store, work);
                yield end;
            }
        };
    }
}
