package iq.sendy.proofs;

import iq.sendy.Api;
import iq.sendy.Copies;
import iq.sendy.Market;
import iq.sendy.Side;
import iq.sendy.Side.Arrival;
import iq.sendy.Sides;
import iq.sendy.Stall;
import iq.sendy.Waiting;
import iq.sendy.proofs.Pair.Meeting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
     * @param steps every trip, in their order
     * @param said both answers
     * @param wrong empty when it went as it may
     */
    record Run(UUID store, String choices, List<Step> steps, String said, String wrong) {

        /** Every trip, by the side that made it. */
        String word() {
            return steps.stream().map(step -> String.valueOf(step.side())).collect(Collectors.joining());
        }
    }

    /**
     * One trip.
     *
     * @param side A or B
     * @param other the trip that the other side waited to make, where both could go
     */
    record Step(char side, Arrival trip, @Nullable Arrival other) {}

    /** A pair in a store that is copied for each word. */
    record Stage(Pair pair, Meeting meeting, Copies copies) {}

    /** Chooses at a fork, A or B; it is told the choices so far and the side that went last. */
    interface Choice {

        char next(String choices, char last);
    }

    Stage stage(Pair pair) {
        var stall = market.opens();
        var meeting = pair.setting().in(stall, api.withKey(stall.mints(SCOPES)));
        return new Stage(pair, meeting, Copies.of(stall, market, third));
    }

    Run run(Stage stage, Choice choice) {
        var copy = stage.copies().next();
        var key = api.withKey(copy.mints(SCOPES));
        // What looks at the credential finds it at hand afterwards.
        key.get(Api.KEYS + "/orders?pageSize=1");
        var one = sides.next();
        var other = sides.next();
        try {
            return run(stage, copy, key, one, other, choice);
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

    private Run run(Stage stage, Stall copy, Api key, Sides.Named first, Sides.Named second, Choice choice)
            throws InterruptedException {
        var meeting = stage.meeting();
        var answers = List.of(asked(meeting.one(), key, first), asked(meeting.other(), key, second));
        var both = List.of(first.side(), second.side());
        var choices = new StringBuilder();
        var steps = new ArrayList<Step>();
        settle(both.getFirst(), both.getLast());
        settle(both.getLast(), both.getFirst());
        for (var deadline = System.nanoTime() + PATIENCE.toNanos();
                !both.stream().allMatch(Side::isDone); ) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(stage.pair().name() + " hangs after " + steps);
            }
            var last = steps.isEmpty() ? 'A' : steps.getLast().side();
            var fork = both.stream().allMatch(Side::waits);
            char next;
            if (fork) {
                next = choice.next(choices.toString(), last);
                choices.append(next);
            } else if (both.stream().anyMatch(Side::waits)) {
                next = both.getFirst().waits() ? 'A' : 'B';
            } else {
                // Each waits for the other: PostgreSQL decides.
                both.getFirst().rests(GLANCE);
                both.getLast().rests(GLANCE);
                continue;
            }
            var goes = next == 'A' ? both.getFirst() : both.getLast();
            var stays = next == 'A' ? both.getLast() : both.getFirst();
            steps.add(new Step(next, goes.arrival(), fork ? stays.arrival() : null));
            goes.permit();
            settle(goes, stays);
            settle(stays, goes);
        }
        var one = answer(answers.getFirst());
        var other = answer(answers.getLast());
        return new Run(
                copy.id(),
                choices.toString(),
                List.copyOf(steps),
                Pair.said(one, other),
                stage.pair().wrong(meeting, copy, one, other));
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
