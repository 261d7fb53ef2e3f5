package iq.sendy.faults;

import iq.sendy.faults.attacks.Account;
import iq.sendy.faults.attacks.Attack;
import iq.sendy.faults.attacks.Outcome;
import iq.sendy.faults.attacks.RawRequest;
import iq.sendy.faults.attacks.Sender;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Attacks that are under way, each from a network of its own. */
final class Strike implements AutoCloseable {

    /** Wide: nine large pictures are a dozen seconds of a machine that has nothing else to do. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Whoever is slow, or does not end, does so until then. */
    private static final Duration HELD = Duration.ofSeconds(6);

    private static final int MOST_ANSWERED = 1 << 20;
    private static final int MOST_TAKEN = 16 << 20;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Shot> shots;

    private record Shot(String name, RawRequest request, CompletableFuture<Outcome> outcome) {}

    Strike(Sender sender, Account attacker, List<Attack> attacks) {
        var networks = IntStream.iterate(1, i -> i + 1).iterator();
        this.shots = attacks.stream()
                .flatMap(attack -> Stream.generate(() -> attack).limit(attack.times()))
                .map(attack -> shot(sender, attacker, attack, networks.next()))
                .toList();
    }

    private Shot shot(Sender sender, Account attacker, Attack attack, int network) {
        var request = attack.shape().request().apply(attacker);
        var patience = request.pace().wantsAnswer() ? PATIENCE : HELD;
        return new Shot(
                attack.shape().name(),
                request,
                CompletableFuture.supplyAsync(() -> sender.send(Sender.network(network), request, patience), threads));
    }

    boolean isOver() {
        return shots.stream().allMatch(shot -> shot.outcome().isDone());
    }

    /** What no attack may bring about, each once. */
    Stream<String> complaints() {
        return shots.stream()
                .flatMap(shot -> complaints(shot.request(), shot.outcome().join())
                        .map(complaint -> shot.name() + ": " + complaint))
                .distinct();
    }

    private static Stream<String> complaints(RawRequest request, Outcome outcome) {
        return Stream.of(
                        when(outcome.isForbidden(), outcome.word()),
                        when(outcome.isSilent() && request.pace().wantsAnswer(), "no answer"),
                        when(outcome.answered() > MOST_ANSWERED, "an answer of " + outcome.answered() + " bytes"),
                        when(outcome.sent() > MOST_TAKEN, "more than 16 MiB were taken"))
                .filter(complaint -> !complaint.isEmpty());
    }

    private static String when(boolean holds, String complaint) {
        return holds ? complaint : "";
    }

    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }
}
