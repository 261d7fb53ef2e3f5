package iq.sendy.jobs;

import iq.sendy.jobs.JobHandler.FastCompletion;
import iq.sendy.jobs.store.CompletionStore;
import iq.sendy.jobs.store.CompletionStore.Ended;
import iq.sendy.jobs.store.LeaseStore.HeldLease;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Pipeline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Completion of jobs. The transaction that ends jobs together with what they brought about. */
@Component
class JobCompletion {

    private final CompletionStore ends;
    private final Pipeline pipeline;

    JobCompletion(CompletionStore ends, Pipeline pipeline) {
        this.ends = ends;
        this.pipeline = pipeline;
    }

    /**
     * The jobs are done and what that brings about is known: one trip. If one of them was lost to another worker meanwhile,
     * nothing happens, and {@link #settle} must ask.
     */
    @Transactional
    public Map<UUID, JobEnd> end(
            JobHandler<Object, Object> handler,
            StoreId store,
            List<AttemptResult<Object, Object>> done,
            FastCompletion fast) {
        var trip = pipeline.open();
        var held = trip.add(
                ends.lock(store, done.stream().map(one -> held(one.job())).toList()));
        var rows = done.stream()
                .map(one -> new Ended(one.job().id(), one.job().token(), new JobEnd.Done()))
                .toList();
        trip.addAll(fast.effects());
        trip.add(ends.done(store, rows, handler.keepsHistory()));
        trip.send();
        if (held.answer().size() < done.size()) {
            throw new LostJob();
        }
        return rows.stream().collect(Collectors.toMap(Ended::id, Ended::end));
    }

    /** Takes back what was done for a job that is another worker's. */
    static final class LostJob extends RuntimeException {

        LostJob() {
            super("A job was lost to another worker", null, false, false);
        }
    }

    /** Answers how the jobs ended. Who is missing was lost to another worker meanwhile; its effects did not happen. */
    @Transactional
    public Map<UUID, JobEnd> settle(
            JobHandler<Object, Object> handler, StoreId store, List<AttemptResult<Object, Object>> done) {
        var held = locked(store, done.stream().map(one -> held(one.job())).toList());
        var ours = done.stream().filter(one -> held.contains(one.job().id())).toList();
        if (ours.isEmpty()) {
            return Map.of();
        }
        var said = handler.settle(store, ours);
        if (said.size() != ours.size()) {
            throw new IllegalStateException(
                    handler.kind() + " said " + said.size() + " ends of " + ours.size() + " jobs");
        }
        var ended = new LinkedHashMap<UUID, JobEnd>();
        var rows = new ArrayList<Ended>();
        for (var i = 0; i < ours.size(); i++) {
            var end = ours.get(i) instanceof AttemptResult.GivenUp<?, ?> worn ? worn.end() : said.get(i);
            var job = ours.get(i).job();
            ended.put(job.id(), end);
            rows.add(new Ended(job.id(), job.token(), end));
        }
        ends.end(store, rows, handler.keepsHistory());
        return ended;
    }

    /** Ends a job whose handler could not note what came of it. */
    @Transactional
    public Map<UUID, JobEnd> endUnheard(StoreId store, Job job, JobEnd end) {
        if (locked(store, List.of(held(job))).isEmpty()) {
            return Map.of();
        }
        ends.end(store, List.of(new Ended(job.id(), job.token(), end)), false);
        return Map.of(job.id(), end);
    }

    private Set<UUID> locked(StoreId store, List<HeldLease> held) {
        return Set.copyOf(pipeline.ask(ends.lock(store, held)).answer());
    }

    private static HeldLease held(Job job) {
        return new HeldLease(job.id(), job.token());
    }
}
