package iq.sendy.jobs;

import iq.sendy.World.Backstage;
import iq.sendy.jobs.store.ScheduleStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Engines of a test's own beside the one of the application, on the same tables, and a view of those. */
final class Workshop implements AutoCloseable {

    private final Jobs jobs;
    private final EngineParts parts;
    private final ScheduleStore fires;
    private final TransactionTemplate transaction;
    private final Backstage backstage;
    private final List<JobEngine> engines = new ArrayList<>();

    Workshop(
            Jobs jobs,
            EngineParts parts,
            ScheduleStore fires,
            PlatformTransactionManager transactions,
            Backstage backstage) {
        this.jobs = jobs;
        this.parts = parts;
        this.fires = fires;
        this.transaction = new TransactionTemplate(transactions);
        this.backstage = backstage;
    }

    static StoreId store() {
        return new StoreId(UUID.randomUUID());
    }

    JobEngine engine(Errand... errands) {
        return engine(parts.wakes(), System::nanoTime, 64, errands);
    }

    /** One that is told nothing, as another process would be. */
    JobEngine deafEngine(Errand... errands) {
        return engine(new JobSignal(), System::nanoTime, 64, errands);
    }

    /** One that looks at all stores once in an hour, and else knows what it is told and has seen. */
    JobEngine engineThatSeldomLooks(Errand... errands) {
        return engine(parts.wakes(), System::nanoTime, 64, Duration.ofHours(1), errands);
    }

    JobEngine engine(JobSignal hears, LongSupplier nanos, int slots, Errand... errands) {
        return engine(hears, nanos, slots, Duration.ofMillis(50), errands);
    }

    private JobEngine engine(JobSignal hears, LongSupplier nanos, int slots, Duration look, Errand... errands) {
        var settings = new EngineSettings(
                "test-" + engines.size(),
                slots,
                2,
                3,
                Duration.ofSeconds(1),
                look,
                nanos,
                () -> ThreadLocalRandom.current().nextDouble());
        var jobEngine = new JobEngine(
                settings,
                erased(errands),
                new EngineParts(parts.queue(), parts.claiming(), parts.settling(), hears, parts.meters()),
                new ScheduleRunner(List.of(), fires));
        engines.add(jobEngine);
        jobEngine.start();
        return jobEngine;
    }

    @SuppressWarnings("unchecked")
    private static Collection<JobHandler<Object, Object>> erased(Errand... errands) {
        return Arrays.stream(errands)
                .map(errand -> (JobHandler<Object, Object>) (JobHandler<?, ?>) errand)
                .toList();
    }

    void enqueues(StoreId store, NewJob... wanted) {
        enqueues(store, List.of(wanted));
    }

    void enqueues(StoreId store, List<NewJob> wanted) {
        inStore(store, () -> jobs.enqueue(store, wanted));
    }

    void inStore(StoreId store, Runnable work) {
        CurrentTenant.in(store, () -> {
            transaction.executeWithoutResult(_ -> work.run());
            return true;
        });
    }

    long count(String table, StoreId store) {
        return backstage
                .jdbc()
                .sql("select count(*) from jobs." + table + " where store_id = :store")
                .param("store", store.value())
                .query(Long.class)
                .single();
    }

    <T> T ask(String sql, StoreId store, Class<T> type) {
        return backstage
                .jdbc()
                .sql(sql)
                .param("store", store.value())
                .query(type)
                .single();
    }

    <T> T inStoreAsk(StoreId store, Supplier<T> work) {
        return CurrentTenant.in(store, () -> transaction.execute(_ -> work.get()));
    }

    int change(String sql, StoreId store) {
        return backstage.jdbc().sql(sql).param("store", store.value()).update();
    }

    /** What is left undone would keep the engines of other tests busy. */
    void forgets(Collection<StoreId> stores) {
        var ids = stores.stream().map(StoreId::value).toArray(UUID[]::new);
        for (var table : List.of("job", "store_due")) {
            backstage
                    .jdbc()
                    .sql("delete from jobs." + table + " where store_id = any (:ids::uuid[])")
                    .param("ids", ids)
                    .update();
        }
    }

    @Override
    public void close() {
        engines.stream().filter(JobEngine::isRunning).forEach(JobEngine::stop);
    }
}
