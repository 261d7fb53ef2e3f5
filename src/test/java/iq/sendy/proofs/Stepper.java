package iq.sendy.proofs;

import iq.sendy.Api;
import iq.sendy.Market;
import iq.sendy.Side;
import iq.sendy.Sides;
import iq.sendy.Waiting;
import iq.sendy.proofs.Pair.Meeting;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Runs two requests on two real connections, one trip at a time, in the order that a word gives. A side that PostgreSQL
 * makes wait for the other stays out until that frees it. The requests come over HTTP: what is stepped is the controller
 * with its door, its retries and its {@code Idempotency-Key}, and the product knows nothing of it.
 */
final class Stepper implements AutoCloseable {

    private static final String[] SCOPES = {
        "orders:read",
        "orders:write",
        "catalog:read",
        "catalog:write",
        "settings:read",
        "settings:write",
        "purchasing:read",
        "purchasing:write"
    };
    private static final long GLANCE = 1_000;
    private static final long LONGEST_GLANCE = 16_000;
    private static final Duration PATIENCE = Waiting.PATIENCE;

    private final Market market;
    private final Api api;
    private final Sides sides;
    private final JdbcClient third;
    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * @param third a connection of nobody's, which sees who waits for whom
     */
    Stepper(Market market, Api api, Sides sides, JdbcClient third) {
        this.market = market;
        this.api = api;
        this.sides = sides;
        this.third = third;
    }

    /**
     * What came of a word.
     *
     * @param choices the letters where both sides could go: they decide all the rest
     * @param word every trip, by the side that made it
     * @param wrong empty when it went as it may
     */
    record Run(UUID store, String choices, String word, int switches, List<String> trips, String wrong) {}

    /** Chooses at a fork, A or B; it is told the choices so far and the side that went last. */
    interface Choice {

        char next(String choices, char last);
    }

    Run run(Pair pair, Choice choice) {
        var stall = market.opens();
        var key = api.withKey(stall.mints(SCOPES));
        var meeting = pair.setting().in(stall, key);
        // What looks at the credential finds it at hand afterwards.
        key.get(Api.KEYS + "/orders?pageSize=1");
        var one = sides.next();
        var other = sides.next();
        try {
            return run(pair, meeting, stall.id(), key, one, other, choice);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } finally {
            one.side().free();
            other.side().free();
            sides.forget(one);
            sides.forget(other);
        }
    }

    private Run run(Pair pair, Meeting meeting, UUID store, Api key, Sides.Named one, Sides.Named other, Choice choice)
            throws InterruptedException {
        var answers = List.of(asked(meeting.one(), key, one), asked(meeting.other(), key, other));
        var both = List.of(one.side(), other.side());
        var choices = new StringBuilder();
        var word = new StringBuilder();
        var switches = 0;
        settle(both.getFirst(), both.getLast());
        settle(both.getLast(), both.getFirst());
        for (var deadline = System.nanoTime() + PATIENCE.toNanos();
                !both.stream().allMatch(Side::isDone); ) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(pair.name() + " hangs after " + word);
            }
            var last = word.isEmpty() ? 'A' : word.charAt(word.length() - 1);
            char next;
            if (both.getFirst().waits() && both.getLast().waits()) {
                next = choice.next(choices.toString(), last);
                switches += word.isEmpty() || next == last ? 0 : 1;
                choices.append(next);
            } else if (both.stream().anyMatch(Side::waits)) {
                next = both.getFirst().waits() ? 'A' : 'B';
            } else {
                // Each waits for the other: PostgreSQL decides.
                both.getFirst().rests(GLANCE);
                both.getLast().rests(GLANCE);
                continue;
            }
            word.append(next);
            var goes = next == 'A' ? both.getFirst() : both.getLast();
            var stays = next == 'A' ? both.getLast() : both.getFirst();
            goes.permit();
            settle(goes, stays);
            settle(stays, goes);
        }
        var wrong = pair.wrong(meeting, answer(answers.getFirst()), answer(answers.getLast()));
        var trips = both.stream().flatMap(side -> side.trips().stream()).toList();
        return new Run(store, choices.toString(), word.toString(), switches, trips, wrong);
    }

    private CompletableFuture<Api.Reply> asked(Function<Api, Api.Reply> request, Api key, Sides.Named as) {
        return CompletableFuture.supplyAsync(() -> request.apply(key.withHeader(Sides.HEADER, as.name())), clients)
                .whenComplete((_, _) -> as.side().done());
    }

    private static Api.Reply answer(CompletableFuture<Api.Reply> asked) throws InterruptedException {
        try {
            return asked.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new AssertionError(failed);
        }
    }

    /** Waits until a side has made its trip, is answered, or is seen waiting for the other. */
    private void settle(Side side, Side other) throws InterruptedException {
        for (var glance = GLANCE; !side.rests(glance); glance = Math.min(2 * glance, LONGEST_GLANCE)) {
            if (side.backend() != 0 && other.backend() != 0 && blocked(side.backend(), other.backend())) {
                return;
            }
        }
    }

    private boolean blocked(int backend, int by) {
        return third.sql("select :by = any (pg_blocking_pids(:backend))")
                .param("by", by)
                .param("backend", backend)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    @Override
    public void close() {
        clients.close();
    }
}
