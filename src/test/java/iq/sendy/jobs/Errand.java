package iq.sendy.jobs;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Query;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A kind of job as tests want it; it notes who came by. By default an attempt comes to nothing and ends its job. */
class Errand implements JobHandler<String, String> {

    /** What is done in an attempt. */
    interface Doing {
        String of(Job job) throws Exception;
    }

    /** What follows. */
    interface Ending {
        JobEnd of(AttemptResult<String, String> attemptResult);
    }

    private static final AtomicInteger COUNTER = new AtomicInteger();

    final Queue<Job> attempted = new ConcurrentLinkedQueue<>();
    final Queue<AttemptResult<String, String>> settled = new ConcurrentLinkedQueue<>();
    final Queue<Integer> batches = new ConcurrentLinkedQueue<>();
    final Map<UUID, Lane> lanes = new ConcurrentHashMap<>();
    private final String kind = "test.errand" + COUNTER.incrementAndGet();
    volatile Duration lease = Duration.ofSeconds(60);
    volatile Retry retry = Retry.USUAL;
    volatile boolean history;
    volatile Doing doing = _ -> "done";
    volatile Ending ending = Errand::usual;

    /** What is sent together with the end of jobs that went well; with none, their end is asked for. */
    volatile @Nullable Supplier<Query<?>> effect;

    final AtomicInteger told = new AtomicInteger();

    static JobEnd usual(AttemptResult<String, String> attemptResult) {
        return switch (attemptResult) {
            case AttemptResult.Completed<String, String> _ -> new JobEnd.Done();
            case AttemptResult.Failed<String, String> failed -> failed.end();
            case AttemptResult.GivenUp<String, String> worn -> worn.end();
        };
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public Duration lease() {
        return lease;
    }

    @Override
    public Retry retry() {
        return retry;
    }

    @Override
    public boolean keepsHistory() {
        return history;
    }

    @Override
    public Query<Lane> lanes(StoreId store) {
        return lanes.isEmpty() ? JobHandler.super.lanes(store) : Query.known(List.copyOf(lanes.values()));
    }

    @Override
    public Map<UUID, String> load(StoreId store, List<Job> claimed) {
        var work = new HashMap<UUID, String>();
        claimed.stream().filter(job -> !"\"gone\"".equals(job.payload())).forEach(job -> work.put(job.id(), "work"));
        return work;
    }

    @Override
    public String attempt(Job job, String work) throws Exception {
        attempted.add(job);
        return doing.of(job);
    }

    @Override
    public Optional<FastCompletion> fastPath(StoreId store, List<AttemptResult<String, String>> done) {
        return Optional.ofNullable(effect)
                .map(made -> new FastCompletion(List.of(made.get()), () -> told.addAndGet(done.size())));
    }

    @Override
    public List<JobEnd> settle(StoreId store, List<AttemptResult<String, String>> done) {
        batches.add(done.size());
        var ends = new ArrayList<JobEnd>();
        for (var one : done) {
            ends.add(ending.of(one));
        }
        settled.addAll(done);
        return ends;
    }

    NewJob job() {
        return NewJob.of(UUID.randomUUID(), kind, null);
    }

    NewJob job(UUID lane) {
        return job(lane, null);
    }

    /** @param payload {@code "gone"} is one whose work is gone */
    NewJob job(UUID lane, @Nullable String payload) {
        return new NewJob(UUID.randomUUID(), kind, lane, null, null, payload);
    }
}
