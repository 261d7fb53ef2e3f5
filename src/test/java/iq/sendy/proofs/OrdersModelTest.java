package iq.sendy.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Invariants;
import iq.sendy.Market;
import iq.sendy.Scenario;
import iq.sendy.World.Backstage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Any sequence of orders, other items, cancellations, refusals, returns, counts and adjustments leaves ledger, counters and
 * orders in agreement with each other and with a shop on paper. {@code -Dsequences=} runs more of them, {@code -Dseed=}
 * others; a failure names its seed and the fewest commands that still fail.
 */
@Tag("proofs")
@Scenario
class OrdersModelTest {

    private static final int SEQUENCES = Integer.getInteger("sequences", Boolean.getBoolean("long") ? 20_000 : 1_000);
    private static final long FIRST = Long.getLong("seed", 20_261_126L);
    private static final int FEWEST = 12;
    private static final int MOST = 28;
    private static final int AT_ONCE = 100;
    private static final int HANDS = 3;

    @Autowired
    Market market;

    @Autowired
    Backstage backstage;

    @Test
    void a_thousand_random_sequences_do_what_paper_does() throws Exception {
        try (var hands = Executors.newFixedThreadPool(HANDS)) {
            for (var from = FIRST; from < FIRST + SEQUENCES; from += AT_ONCE) {
                var wrong = some(from, Math.min(from + AT_ONCE, FIRST + SEQUENCES), hands);
                if (wrong != null) {
                    var least = shortened(Move.sequence(wrong, FEWEST, MOST));
                    assertThat(played(least))
                            .as("seed %d, commands %s", wrong, least)
                            .isNull();
                    throw new AssertionError("Seed " + wrong + " failed once, and then no more");
                }
            }
        }
    }

    /** The first seed whose sequence fails; the invariants are asked once for all of them. */
    private @Nullable Long some(long from, long to, ExecutorService hands) throws Exception {
        Map<UUID, Long> seeds = new HashMap<>();
        var work = new ArrayList<Callable<Optional<String>>>();
        for (var seed : LongStream.range(from, to).toArray()) {
            var stall = market.opens();
            seeds.put(stall.id(), seed);
            work.add(() -> Optional.ofNullable(Match.disagreement(stall, Move.sequence(seed, FEWEST, MOST))));
        }
        var said = hands.invokeAll(work);
        for (var i = 0; i < said.size(); i++) {
            if (said.get(i).get().isPresent()) {
                return from + i;
            }
        }
        return Invariants.broken(backstage.jdbc(), seeds.keySet()).stream()
                .findFirst()
                .map(broken -> seeds.get(broken.storeId()))
                .orElse(null);
    }

    /** What is wrong with a sequence; null when nothing is. */
    private @Nullable String played(List<Move> moves) {
        var stall = market.opens();
        var said = Match.disagreement(stall, moves);
        if (said != null) {
            return said;
        }
        var broken = Invariants.broken(backstage.jdbc(), List.of(stall.id()));
        return broken.isEmpty() ? null : broken.toString();
    }

    /** The shortest beginning that fails, less each command without which it still does. */
    private List<Move> shortened(List<Move> moves) {
        var least = moves;
        for (var length = 1; length <= moves.size(); length++) {
            if (played(moves.subList(0, length)) != null) {
                least = moves.subList(0, length);
                break;
            }
        }
        for (var i = least.size() - 1; i >= 0; i--) {
            var fewer = new ArrayList<>(least);
            fewer.remove(i);
            if (played(fewer) != null) {
                least = List.copyOf(fewer);
            }
        }
        return least;
    }
}
