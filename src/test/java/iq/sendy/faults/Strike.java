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

    /** Wide: nine large pictures are a dozen seconds of a machine that has nothing else to do, and others share its time. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Duration LONGEST = Duration.ofMinutes(8);

    /** Whoever is slow, or does not end, does so until then. */
    private static final Duration HELD = Duration.ofSeconds(6);

    private static final int MOST_ANSWERED = 1 << 20;
    private static final int MOST_TAKEN = 16 << 20;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Shot> shots;

    private record Shot(String name, RawRequest request, CompletableFuture<Landed> landed) {}

    /** @param share of the machine's time, since all began */
    private record Landed(Outcome outcome, Duration share) {}

    Strike(Sender sender, SendyProcess process, Account attacker, List<Attack> attacks) {
        var share = new MachineShare(process);
        var networks = IntStream.iterate(1, i -> i + 1).iterator();
        this.shots = attacks.stream()
                .flatMap(attack -> Stream.generate(() -> attack).limit(attack.times()))
                .map(attack -> shot(sender, share, attacker, attack, networks.next()))
                .toList();
    }

    private Shot shot(Sender sender, MachineShare share, Account attacker, Attack attack, int network) {
        var request = attack.shape().request().apply(attacker);
        var patience = request.pace().wantsAnswer() ? LONGEST : HELD;
        return new Shot(
                attack.shape().name(),
                request,
                CompletableFuture.supplyAsync(
                        () -> new Landed(sender.send(Sender.network(network), request, patience), share.elapsed()),
                        threads));
    }

    boolean isOver() {
        return shots.stream().allMatch(shot -> shot.landed().isDone());
    }

    /** What no attack may bring about, each once. */
    Stream<String> complaints() {
        return shots.stream()
                .flatMap(shot -> complaints(shot.request(), shot.landed().join())
                        .map(complaint -> shot.name() + ": " + complaint))
                .distinct();
    }

    private static Stream<String> complaints(RawRequest request, Landed landed) {
        var outcome = landed.outcome();
        var late = outcome.isSilent() || landed.share().compareTo(PATIENCE) > 0;
        return Stream.of(
                        when(outcome.isForbidden(), outcome.word()),
                        when(late && request.pace().wantsAnswer(), "no answer"),
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
