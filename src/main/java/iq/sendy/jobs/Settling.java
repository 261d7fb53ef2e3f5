package iq.sendy.jobs;

import iq.sendy.jobs.store.EndStore;
import iq.sendy.jobs.store.EndStore.Ended;
import iq.sendy.jobs.store.LeaseStore.Held;
import iq.sendy.kernel.StoreId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The transaction that ends jobs together with what they brought about. */
@Component
class Settling {

    private final EndStore ends;

    Settling(EndStore ends) {
        this.ends = ends;
    }

    /** Answers how the jobs ended. Who is missing was lost to another worker meanwhile; its effects did not happen. */
    @Transactional
    public Map<UUID, JobEnd> settle(
            JobHandler<Object, Object> handler, StoreId store, List<Attempted<Object, Object>> done) {
        var held = ends.lock(store, done.stream().map(one -> held(one.job())).toList());
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
            var end = ours.get(i) instanceof Attempted.GivenUp<?, ?> worn ? worn.end() : said.get(i);
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
        if (ends.lock(store, List.of(held(job))).isEmpty()) {
            return Map.of();
        }
        ends.end(store, List.of(new Ended(job.id(), job.token(), end)), false);
        return Map.of(job.id(), end);
    }

    private static Held held(Job job) {
        return new Held(job.id(), job.token());
    }
}
