package iq.sendy.messaging;

import static iq.sendy.meta.MetaFixtures.SECRET_A;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.meta.MetaFixtures;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two hundred deliveries that were shuffled, doubled, filled with the wrong things, or cut: none fails, and none loses what could be read. */
@Tag("proofs")
class FuzzedDeliveriesTest extends DeliveryScenario {

    private static final int SEEDS = 200;

    @Test
    void what_can_be_read_is_there_whatever_stands_beside_it() {
        var good = new HashSet<String>();
        for (var seed = 0; seed < SEEDS; seed++) {
            var fuzzed = FuzzedDelivery.of(account, seed);
            assertThat(line.delivers(fuzzed.body(), SECRET_A).status())
                    .as("seed " + seed)
                    .isEqualTo(200);
            good.addAll(fuzzed.good());
        }
        line.settles(shop);
        assertThat(line.messages(shop)).doesNotHaveDuplicates().containsAll(good);
        assertThat(line.kept(shop))
                .hasSize(SEEDS)
                .allSatisfy(kept -> assertThat(kept.error()).isNull());
    }

    @Test
    void what_was_cut_or_spoilt_is_refused_or_taken_and_never_fails() {
        for (var seed = 0; seed < SEEDS; seed++) {
            var random = new Random(seed);
            var body = MetaFixtures.bytes(FuzzedDelivery.of(account, seed).body());
            var cut = Arrays.copyOf(body, random.nextInt(body.length));
            assertThat(line.delivers(cut, SECRET_A).status())
                    .as("cut, seed " + seed)
                    .isEqualTo(401);
            for (var i = 0; i < 5; i++) {
                body[random.nextInt(body.length)] = (byte) random.nextInt(256);
            }
            assertThat(Set.of(200, 401))
                    .as("spoilt, seed " + seed)
                    .contains(line.delivers(body, SECRET_A).status());
        }
        line.settles(shop);
    }
}
