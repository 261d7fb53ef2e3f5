package iq.sendy.messaging.jobs;

import static java.util.stream.Collectors.toMap;

import iq.sendy.jobs.AttemptResult;
import iq.sendy.jobs.Job;
import iq.sendy.jobs.JobEnd;
import iq.sendy.jobs.JobHandler;
import iq.sendy.jobs.Lane;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.OutboundDrafts;
import iq.sendy.messaging.OutboundQueue;
import iq.sendy.messaging.OutboundQueue.QueueTurn;
import iq.sendy.messaging.QueueOutcomes;
import iq.sendy.messaging.QueueOutcomes.Attempted;
import iq.sendy.messaging.store.SendPaceStore;
import iq.sendy.meta.Graph;
import iq.sendy.meta.SendOutcome;
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

/**
 * Sends what is queued: one job for a conversation as long as its queue has something, so that its messages go one after
 * the other; one lane for a channel, which pauses where Meta wants less.
 */
@Component
public class QueuedSender implements JobHandler<UUID, Attempted> {

    private static final Logger LOG = LoggerFactory.getLogger(QueuedSender.class);

    private final SendPaceStore paces;
    private final OutboundQueue queue;
    private final QueueOutcomes outcomes;
    private final Graph graph;
    private final JsonMapper json;

    QueuedSender(SendPaceStore paces, OutboundQueue queue, QueueOutcomes outcomes, Graph graph, JsonMapper json) {
        this.paces = paces;
        this.queue = queue;
        this.outcomes = outcomes;
        this.graph = graph;
        this.json = json;
    }

    @Override
    public String kind() {
        return OutboundDrafts.SEND;
    }

    @Override
    public Query<Lane> lanes(StoreId store) {
        return paces.lanes(store);
    }

    /** Nothing is read here: whether the queue is empty is certain only while its conversation is locked. */
    @Override
    public Map<UUID, UUID> load(StoreId store, List<Job> claimed) {
        return claimed.stream().collect(toMap(Job::id, job -> job.payload(json, UUID.class)));
    }

    @Override
    public Attempted attempt(Job job, UUID conversation) {
        if (!job.mayAct()) {
            return new Attempted.NotMade();
        }
        return switch (queue.take(job.store(), conversation, job.token())) {
            case QueueTurn.Over _ -> new Attempted.Idle();
            case QueueTurn.Later(var wait) -> new Attempted.Waits(wait);
            case QueueTurn.Next _ -> throw new IllegalStateException("A turn is taken until there is one");
            case QueueTurn.Send send -> {
                // Whoever was frozen here finds out before Meta hears of it.
                if (!job.mayAct()) {
                    queue.release(job.store(), conversation, send.id(), job.token());
                    yield new Attempted.NotMade();
                }
                yield new Attempted.Asked(send.id(), asked(send));
            }
        };
    }

    private SendOutcome asked(QueueTurn.Send send) {
        try {
            return graph.send(send.account(), send.message());
        } catch (RuntimeException broken) {
            LOG.error(
                    "Whether a message was sent is not known: {}",
                    broken.getClass().getName());
            return new SendOutcome.Unconfirmed("broken");
        }
    }

    @Override
    public List<JobEnd> settle(StoreId store, List<AttemptResult<UUID, Attempted>> done) {
        var ends = new HashMap<UUID, JobEnd>();
        // Conversations are locked in the order of their ids, as everywhere.
        done.stream()
                .sorted(Comparator.comparing(AttemptResult::work))
                .forEach(one -> ends.put(one.job().id(), end(store, one)));
        var inOrder = new ArrayList<JobEnd>();
        done.forEach(
                one -> inOrder.add(Objects.requireNonNull(ends.get(one.job().id()))));
        return inOrder;
    }

    private JobEnd end(StoreId store, AttemptResult<UUID, Attempted> one) {
        return switch (one) {
            case AttemptResult.Completed<UUID, Attempted>(var _, var conversation, var attempted) ->
                outcomes.note(store, conversation, attempted);
            case AttemptResult.Failed<UUID, Attempted>(var _, var conversation, var _, var end) -> {
                if (end instanceof JobEnd.Dead) {
                    outcomes.giveUp(store, conversation);
                }
                yield end;
            }
            case AttemptResult.GivenUp<UUID, Attempted>(var _, var conversation, var end) -> {
                outcomes.giveUp(store, conversation);
                yield end;
            }
        };
    }
}
