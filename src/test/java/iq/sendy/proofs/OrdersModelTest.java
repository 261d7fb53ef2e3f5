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
 * orders in agreement with each other and with a shop on paper. A thousand sequences are played on paper alone, and those
 * at Sendy's doors which together show all that is to be seen there: each command with each answer and each trait of what it
 * meets, and with each step of the same order before it. {@code -Dsequences=} plays that many as they come, {@code -Dseed=}
 * others; a failure names its seed and the fewest commands that still fail.
 */
@Tag("proofs")
@Scenario
class OrdersModelTest {

    /** So many as they come; none are chosen then. */
    private static final int SEQUENCES = Integer.getInteger("sequences", Boolean.getBoolean("long") ? 20_000 : 0);

    private static final int ON_PAPER = 1_000;
    private static final long FIRST = Long.getLong("seed", 20_261_126L);
    private static final int FEWEST = 12;
    private static final int MOST = 28;
    private static final int AT_ONCE = 100;
    private static final int HANDS = 3;

    /** Each is played at an order in each status, and so are those that are refused there. */
    private static final List<String> COMMANDS = List.of(
            "Confirmed",
            "Ready",
            "InTransit",
            "OutForDelivery",
            "Delivered",
            "Postponed",
            "Refused",
            "Returning",
            "Returned",
            "Pending",
            "cancel",
            "edit keeping",
            "edit null",
            "edit ONE",
            "edit TENTH",
            "ask",
            "ask for all");

    @Autowired
    Market market;

    @Autowired
    Backstage backstage;

    @Test
    void sequences_that_show_all_there_is_to_see_do_what_paper_does() throws Exception {
        var seeds = SEQUENCES > 0 ? asTheyCome() : chosen();
        var opening = Opening.at(market, backstage.jdbc());
        try (var hands = Executors.newFixedThreadPool(HANDS)) {
            for (var from = 0; from < seeds.size(); from += AT_ONCE) {
                var wrong = some(opening, seeds.subList(from, Math.min(from + AT_ONCE, seeds.size())), hands);
                if (wrong != null) {
                    var least = shortened(opening, Move.sequence(wrong, FEWEST, MOST));
                    assertThat(played(opening, least))
                            .as("seed %d, commands %s", wrong, least)
                            .isNull();
                    throw new AssertionError("Seed " + wrong + " failed once, and then no more");
                }
            }
        }
    }

    private static List<Long> asTheyCome() {
        return LongStream.concat(LongStream.range(0, Table.SEEDS), LongStream.range(FIRST, FIRST + SEQUENCES))
                .boxed()
                .toList();
    }

    private static List<Long> chosen() {
        var sightings = Sightings.of(FIRST, ON_PAPER, FEWEST, MOST);
        var chosen = sightings.covering();
        var shown = sightings.shownBy(chosen);
        assertThat(shown).as("seed %d", FIRST).isEqualTo(sightings.wanted());
        // What is to be seen follows from what comes up: here stands what must.
        for (var status : Table.STATUSES) {
            for (var command : COMMANDS) {
                assertThat(shown)
                        .as("%s of an order that is %s, seed %d", command, status, FIRST)
                        .anyMatch(sign -> sign.startsWith(command + " -> ") && sign.endsWith(" | " + status));
            }
        }
        return chosen;
    }

    /** The first seed whose sequence fails; the invariants are asked once for all of them. */
    private @Nullable Long some(Opening opening, List<Long> played, ExecutorService hands) throws Exception {
        Map<UUID, Long> seeds = new HashMap<>();
        var work = new ArrayList<Callable<Optional<String>>>();
        for (var seed : played) {
            var stall = opening.copies().next();
            seeds.put(stall.id(), seed);
            work.add(() -> Optional.ofNullable(Match.disagreement(opening, stall, Move.sequence(seed, FEWEST, MOST))));
        }
        var said = hands.invokeAll(work);
        for (var i = 0; i < said.size(); i++) {
            if (said.get(i).get().isPresent()) {
                return played.get(i);
            }
        }
        return Invariants.broken(backstage.jdbc(), seeds.keySet()).stream()
                .findFirst()
                .map(broken -> seeds.get(broken.storeId()))
                .orElse(null);
    }

    /** What is wrong with a sequence; null when nothing is. */
    private @Nullable String played(Opening opening, List<Move> moves) {
        var stall = opening.copies().next();
        var said = Match.disagreement(opening, stall, moves);
        if (said != null) {
            return said;
        }
        var broken = Invariants.broken(backstage.jdbc(), List.of(stall.id()));
        return broken.isEmpty() ? null : broken.toString();
    }

    /** The shortest beginning that fails, less each command without which it still does. */
    private List<Move> shortened(Opening opening, List<Move> moves) {
        var least = moves;
        for (var length = 1; length <= moves.size(); length++) {
            if (played(opening, moves.subList(0, length)) != null) {
                least = moves.subList(0, length);
                break;
            }
        }
        for (var i = least.size() - 1; i >= 0; i--) {
            var fewer = new ArrayList<>(least);
            fewer.remove(i);
            if (played(opening, fewer) != null) {
                least = List.copyOf(fewer);
            }
        }
        return least;
    }
}
