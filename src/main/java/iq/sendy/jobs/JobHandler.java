package iq.sendy.jobs;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Query;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Job handler: what is done about the jobs of one kind. It may be asked twice for one job: effects in our database
 * belong into {@link #settle}, effects outside carry a stable id.
 *
 * @param <W> what an attempt must know
 * @param <R> what comes of it
 */
public interface JobHandler<W, R> {

    /** Module and verb, such as {@code webhooks.deliver}. */
    String kind();

    /** It is renewed while the work goes on, so this is how long a dead process is not noticed. */
    default Duration lease() {
        return Duration.ofSeconds(60);
    }

    default Retry retry() {
        return Retry.USUAL;
    }

    /** Whether a row is kept for each job that is done. */
    default boolean keepsHistory() {
        return false;
    }

    /** The lanes of a store, asked inside the claim's transaction. Jobs of a lane that is not named are not taken. */
    default Query<Lane> lanes(StoreId store) {
        return Query.known(List.of(Lane.open(laneOf(kind()), 16)));
    }

    /**
     * What the attempts need, asked inside the claim's transaction, and once more for a job that has waited for its turn. A
     * job without an entry is done without an attempt.
     */
    Map<UUID, W> load(StoreId store, List<Job> claimed);

    /** The work itself, on a thread of its own, with no transaction open. */
    R attempt(Job job, W work) throws Exception;

    /**
     * What {@link #settle} would do, if that is certain without asking the database and none of the jobs goes on: then all
     * of it, with the end of the jobs, is one trip. Asked with no transaction open, where every attempt {@link
     * AttemptResult.Completed completed}.
     */
    default Optional<FastCompletion> fastPath(StoreId store, List<AttemptResult<W, R>> done) {
        return Optional.empty();
    }

    /**
     * The jobs are done.
     *
     * @param effects to be sent together with the end of the jobs
     * @param afterCommit what is to be said, once, when that is committed
     */
    record FastCompletion(List<Query<?>> effects, Runnable afterCommit) {}

    /**
     * Notes what came of attempts, inside the transaction that ends their jobs, and says how each ends, in the order given.
     * If it throws, it is asked again for each alone.
     */
    List<JobEnd> settle(StoreId store, List<AttemptResult<W, R>> done);

    /** The lane of a kind that has no finer ones. */
    static UUID laneOf(String kind) {
        return UUID.nameUUIDFromBytes(("lane of " + kind).getBytes(StandardCharsets.UTF_8));
    }
}
