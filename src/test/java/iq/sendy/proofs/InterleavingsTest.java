package iq.sendy.proofs;

import static java.util.stream.Collectors.toMap;
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
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
 * Two requests on two real connections, in every order of their statements; each order in a store of its own. Orders that
 * differ by nothing but statements that are {@link Apart} are run once. A failure names its pair and its word, and
 * {@code -Dpair='cancel, cancel' -Dword=ABBA} runs that alone. Long runs ({@code -Dlong=true}) leave no order out.
 */
@Tag("proofs")
@Scenario
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InterleavingsTest {

    private static final boolean LONG = Boolean.getBoolean("long");

    /** The pair of which equal orders are run as well, to see that they are. */
    private static final String COMPARED = "order, stock count of what is expected";

    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final int HANDS = 3;
    private static final int RANDOM = LONG ? 2_000 : 2;

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
    private @Nullable Apart apart;

    @BeforeAll
    void watch() {
        watching.setJdbcUrl(backstage.url());
        watching.setMaximumPoolSize(HANDS);
        apart = Apart.of(backstage.jdbc());
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
        return Stream.of(Pairs.all(), MorePairs.all(), PurchasePairs.all()).flatMap(List::stream);
    }

    /** Random ones are for what is apart by mistake: they leave nothing out. */
    @ParameterizedTest
    @MethodSource("pairs")
    void every_order_of_the_statements_of_two_steps_is_as_one_after_the_other(Pair pair) throws Exception {
        try (var stepper = stepper()) {
            var stage = stepper.stage(pair);
            var words = words(stepper);
            var runs = new ArrayList<>(LONG ? words.all(stage) : words.different(stage, apart()));
            runs.addAll(words.random(stage, RANDOM, SEED));
            wellIn(pair, runs);
        }
    }

    static Stream<Pair> comparedPairs() {
        return LONG ? pairs() : pairs().filter(pair -> pair.name().equals(System.getProperty("pair", COMPARED)));
    }

    @ParameterizedTest
    @MethodSource("comparedPairs")
    void an_order_that_is_left_out_ends_like_its_equal(Pair pair) throws Exception {
        try (var stepper = stepper()) {
            var stage = stepper.stage(pair);
            var words = words(stepper);
            var some = words.different(stage, apart());
            var all = words.all(stage);

            assertThat(some).hasSizeLessThan(all.size());
            assertThat(endings(all)).isEqualTo(endings(some));
        }
    }

    /** By what is equal in equal orders what came of them. */
    private Map<String, String> endings(List<Run> runs) {
        return runs.stream().collect(toMap(run -> apart().shape(run.steps()), Run::said, (one, other) -> {
            assertThat(other).isEqualTo(one);
            return one;
        }));
    }

    /** The one word that a failure has named. */
    @Test
    void the_word_that_is_asked_for() {
        assumeTrue(System.getProperty("word") != null, "no word is asked for");
        try (var stepper = stepper()) {
            var word = Words.beginning(System.getProperty("word", ""));
            pairs().filter(pair -> pair.name().equals(System.getProperty("pair")))
                    .forEach(pair -> wellIn(pair, List.of(stepper.run(stepper.stage(pair), word))));
        }
    }

    private Apart apart() {
        return Objects.requireNonNull(apart);
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
