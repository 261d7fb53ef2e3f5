package bench;

import iq.sendy.SendyApplication;
import iq.sendy.jobs.AttemptResult;
import iq.sendy.jobs.Job;
import iq.sendy.jobs.JobEnd;
import iq.sendy.jobs.JobAdmin;
import iq.sendy.jobs.JobHandler;
import iq.sendy.jobs.Jobs;
import iq.sendy.jobs.NewJob;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.database.DatabaseSettings;
import iq.sendy.platform.tenancy.CurrentTenant;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The queue's bench: jobs that do nothing, durable, in one process. {@code bench/run --help} explains it. */
final class JobsBench {

    private static final String KIND = "bench.nothing";
    private static final int STORES = 50;
    private static final int BATCH = 100;

    private final Jobs jobs;
    private final JobAdmin admin;
    private final TransactionTemplate transaction;
    private final MeterRegistry meters;
    private final DatabaseSettings settings;
    private final Nothing nothing;
    private final List<StoreId> stores =
            Stream.generate(() -> new StoreId(UUID.randomUUID())).limit(STORES).toList();

    private JobsBench(ApplicationContext sendy) {
        jobs = sendy.getBean(Jobs.class);
        admin = sendy.getBean(JobAdmin.class);
        transaction = new TransactionTemplate(sendy.getBean(PlatformTransactionManager.class));
        meters = sendy.getBean(MeterRegistry.class);
        settings = sendy.getBean(DatabaseSettings.class);
        nothing = sendy.getBean(Nothing.class);
    }

    /** A job that is done by being attempted. */
    static final class Nothing implements JobHandler<Boolean, Boolean> {

        final AtomicLong settled = new AtomicLong();

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public Map<UUID, Boolean> load(StoreId store, List<Job> claimed) {
            return claimed.stream().collect(Collectors.toMap(Job::id, job -> true));
        }

        @Override
        public Boolean attempt(Job job, Boolean work) {
            return work;
        }

        @Override
        public List<JobEnd> settle(StoreId store, List<AttemptResult<Boolean, Boolean>> done) {
            settled.addAndGet(done.size());
            return done.stream().<JobEnd>map(one -> new JobEnd.Done()).toList();
        }
    }

    public static void main(String[] arguments) throws Exception {
        var quick = List.of(arguments).contains("--quick");
        var directory = Files.createTempDirectory("sendy-bench");
        var application = new SpringApplication(SendyApplication.class);
        application.addInitializers(context -> ((org.springframework.context.support.GenericApplicationContext) context)
                .registerBean(Nothing.class, Nothing::new));
        application.setDefaultProperties(Map.of());
        var context = application.run(
                "--sendy.data.dir=" + directory, "--server.port=0", "--server.address=127.0.0.1", "--sendy.demo=false",
                "--management.server.port=0", "--logging.level.root=warn");
        var well = true;
        try {
            var bench = new JobsBench(context);
            var many = quick ? 5_000 : 100_000;
            bench.endToEnd(many / 5);
            bench.endToEnd(many);
            bench.claimAndAck(many / 5);
            bench.claimAndAck(many);
            bench.paced("alone", quick ? 5 : 60, false);
            bench.paced("beside a REPEATABLE READ transaction", quick ? 5 : 120, true);
        } catch (Exception failed) {
            failed.printStackTrace();
            well = false;
        } finally {
            context.close();
            try (var files = Files.walk(directory)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
            }
        }
        System.exit(well ? 0 : 1);
    }

    private void endToEnd(int many) throws Exception {
        var before = nothing.settled.get();
        var began = System.nanoTime();
        enqueue(many);
        await(before + many);
        say("end to end, enqueued in batches of " + BATCH, many, began);
    }

    /** The jobs are there and paused; the time runs from when they may go. */
    private void claimAndAck(int many) throws Exception {
        admin.pauseKind(KIND);
        LockSupport.parkNanos(500_000_000L);
        enqueue(many);
        var before = nothing.settled.get();
        var began = System.nanoTime();
        admin.resumeKind(KIND);
        await(before + many);
        say("claim and end alone", many, began);
    }

    private void enqueue(int many) throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            var running = new ArrayList<Future<?>>();
            for (var i = 0; i < many / BATCH; i++) {
                var store = stores.get(i % STORES);
                running.add(threads.submit(() -> enqueue(store, BATCH)));
            }
            for (var one : running) {
                one.get();
            }
        }
    }

    private void enqueue(StoreId store, int many) {
        var wanted = IntStream.range(0, many)
                .mapToObj(i -> NewJob.of(UUID.randomUUID(), KIND, null))
                .toList();
        CurrentTenant.in(store, () -> {
            transaction.executeWithoutResult(status -> jobs.enqueue(store, wanted));
            return true;
        });
    }

    /** 500 jobs a second, one by one, all in one store. */
    private void paced(String how, int seconds, boolean held) throws Exception {
        try (var other = Superuser.of(settings.dataDirectory())) {
            if (held) {
                other.setAutoCommit(false);
                other.setTransactionIsolation(java.sql.Connection.TRANSACTION_REPEATABLE_READ);
                try (var statement = other.createStatement()) {
                    statement.executeQuery("select count(*) from jobs.job").close();
                }
            }
            var before = nothing.settled.get();
            var began = System.nanoTime();
            var enqueued = 0L;
            for (var second = 0; second < seconds; second++) {
                for (var i = 0; i < 500; i++, enqueued++) {
                    var at = began + enqueued * 2_000_000L;
                    LockSupport.parkNanos(Math.max(0, at - System.nanoTime()));
                    enqueue(stores.getFirst(), 1);
                }
                if ((second + 1) % 30 == 0) {
                    say(how + ", after " + (second + 1) + " s, p50 of the last claims");
                }
            }
            await(before + enqueued);
            say(how + ", 500 a second asked for", (int) enqueued, began);
            if (held) {
                other.rollback();
            }
        }
    }

    private void say(String how) {
        for (var percentile : meters.get("sendy.jobs.claim").timer().takeSnapshot().percentileValues()) {
            System.out.printf(
                    Locale.ROOT,
                    "%s: p%.0f %.2f ms%n",
                    how,
                    percentile.percentile() * 100,
                    percentile.value(java.util.concurrent.TimeUnit.MILLISECONDS));
        }
    }

    private void await(long settled) {
        while (nothing.settled.get() < settled) {
            LockSupport.parkNanos(1_000_000L);
        }
    }

    private void say(String how, int many, long began) {
        var seconds = (System.nanoTime() - began) / 1e9;
        var claims = meters.get("sendy.jobs.claim").timer();
        System.out.printf(
                Locale.ROOT,
                "%s: %d jobs in %.1f s, %.0f/s; so far %d claims of %.1f ms%n",
                how,
                many,
                seconds,
                many / seconds,
                claims.count(),
                claims.mean(java.util.concurrent.TimeUnit.MILLISECONDS));
    }
}
