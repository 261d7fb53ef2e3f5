package iq.sendy.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import iq.sendy.Api;
import iq.sendy.Invariants;
import iq.sendy.Market;
import iq.sendy.Scenario;
import iq.sendy.Sides;
import iq.sendy.World.Backstage;
import iq.sendy.proofs.Stepper.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two requests on two real connections, in every order of their statements; each order in a store of its own. A failure
 * names its pair and its word, and {@code -Dpair='cancel, cancel' -Dword=ABBA} runs that alone. Long runs
 * ({@code -Dlong=true}) do with all pairs what CI does with the first.
 */
@Tag("proofs")
@Scenario
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InterleavingsTest {

    private static final boolean LONG = Boolean.getBoolean("long");
    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final int HANDS = 3;
    private static final int RANDOM = LONG ? 2_000 : 10;
    private static final int FEW = 2;

    @Autowired
    Market market;

    @Autowired
    Api api;

    @Autowired
    Sides sides;

    @Autowired
    Backstage backstage;

    private final HikariDataSource watching = new HikariDataSource();
    private final ExecutorService hands = Executors.newFixedThreadPool(HANDS);

    @BeforeAll
    void watch() {
        watching.setJdbcUrl(backstage.url());
        watching.setMaximumPoolSize(HANDS);
        // A second of waiting for each deadlock would be most of the time.
        backstage.jdbc().sql("alter system set deadlock_timeout = '20ms'").update();
        backstage.jdbc().sql("select pg_reload_conf()").query().singleValue();
    }

    @AfterAll
    void end() {
        hands.close();
        watching.close();
        backstage.jdbc().sql("alter system reset deadlock_timeout").update();
        backstage.jdbc().sql("select pg_reload_conf()").query().singleValue();
    }

    static Stream<Pair> pairs() {
        return Pairs.all().stream();
    }

    static Stream<Pair> morePairs() {
        return Stream.concat(MorePairs.all().stream(), PurchasePairs.all().stream());
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void every_order_of_the_statements_of_two_steps_is_as_one_after_the_other(Pair pair) throws Exception {
        try (var stepper = stepper()) {
            wellIn(pair, words(stepper).all(pair, Integer.MAX_VALUE));
        }
    }

    @ParameterizedTest
    @MethodSource("morePairs")
    void so_is_every_order_with_few_switches_and_random_ones(Pair pair) throws Exception {
        try (var stepper = stepper()) {
            var runs = new ArrayList<>(words(stepper).all(pair, LONG ? Integer.MAX_VALUE : FEW));
            runs.addAll(words(stepper).random(pair, RANDOM, SEED));
            wellIn(pair, runs);
        }
    }

    /** The one word that a failure has named. */
    @Test
    void the_word_that_is_asked_for() {
        assumeTrue(System.getProperty("word") != null, "no word is asked for");
        try (var stepper = stepper()) {
            Stream.concat(pairs(), morePairs())
                    .filter(pair -> pair.name().equals(System.getProperty("pair")))
                    .forEach(pair ->
                            wellIn(pair, List.of(stepper.run(pair, Words.beginning(System.getProperty("word", ""))))));
        }
    }

    private Stepper stepper() {
        return new Stepper(market, api, sides, JdbcClient.create(watching));
    }

    private Words words(Stepper stepper) {
        return new Words(stepper, hands);
    }

    private void wellIn(Pair pair, List<Run> runs) {
        var wrong = new ArrayList<String>();
        for (var run : runs) {
            if (!run.wrong().isEmpty()) {
                wrong.add("-Dword=" + run.choices() + " (" + run.word() + "): " + run.wrong());
            }
        }
        var stores = runs.stream().map(Run::store).toList();
        for (var broken : Invariants.broken(backstage.jdbc(), stores)) {
            runs.stream()
                    .filter(run -> run.store().equals(broken.storeId()))
                    .forEach(run -> wrong.add("-Dword=" + run.choices() + " (" + run.word() + "): " + broken));
        }
        assertThat(wrong)
                .as("-Dpair='%s', seed %d, %d words", pair.name(), SEED, runs.size())
                .isEmpty();
    }
}
