package iq.sendy.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.channels.ChannelOwner;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.model.OwnersInTurn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OwnersInTurnTest {

    private final IntUnaryOperator lot = new Random(7)::nextInt;

    private static ChannelOwner owner(int age, String account) {
        return owner(age, account, false);
    }

    private static ChannelOwner owner(int age, String account, boolean proved) {
        return new ChannelOwner(
                new StoreId(UUID.randomUUID()),
                UUID.fromString(String.format(Locale.ROOT, "0195b1c2-7a3e-7c41-9d52-%012d", age)),
                account,
                proved,
                UUID.randomUUID());
    }

    @Test
    void each_account_has_its_turn_with_who_has_it_longest() {
        var first = owner(1, "a");
        var second = owner(2, "a");
        var third = owner(3, "a");
        var other = owner(4, "b");
        var owners = new ArrayList<>(List.of(third, other, second, first));
        Collections.shuffle(owners);
        assertThat(OwnersInTurn.of(owners, 50, lot)).containsExactly(first, other, second, third);
    }

    @Test
    void there_is_an_end_to_it() {
        var claimants = new ArrayList<ChannelOwner>();
        for (var age = 0; age < 100; age++) {
            claimants.add(owner(age, "a"));
        }
        var other = owner(1_000, "b");
        claimants.add(other);
        assertThat(OwnersInTurn.of(claimants, 50, lot)).hasSize(50).contains(other, claimants.getFirst());
        assertThat(OwnersInTurn.of(List.of(), 50, lot)).isEmpty();
    }

    @Test
    void an_owner_whose_account_fifty_claimed_before_is_tried_for_nearly_all_deliveries() {
        var claimants = new ArrayList<ChannelOwner>();
        for (var age = 0; age < 50; age++) {
            claimants.add(owner(age, "a"));
        }
        var owner = owner(50, "a");
        claimants.add(owner);
        assertThat(IntStream.range(0, 100)
                        .filter(_ -> OwnersInTurn.of(claimants, 50, lot).contains(owner))
                        .count())
                .isGreaterThan(80);
    }

    @Test
    void whose_token_reads_an_account_is_tried_first_however_many_claimed_it_before() {
        var claimants = new ArrayList<ChannelOwner>();
        for (var age = 0; age < 200; age++) {
            claimants.add(owner(age, "a"));
        }
        var owner = owner(200, "a", true);
        claimants.add(owner);
        var other = owner(201, "b");
        claimants.add(other);
        assertThat(OwnersInTurn.of(claimants, 50, lot)).startsWith(owner, other).hasSize(50);
    }

    @Test
    void whoever_claims_an_account_later_does_not_push_out_who_has_it() {
        var claimants = new ArrayList<ChannelOwner>();
        for (var age = 1; age < 1_000; age++) {
            claimants.add(owner(age, "a"));
        }
        var owner = owner(0, "a");
        claimants.add(owner);
        assertThat(OwnersInTurn.of(claimants, 50, lot))
                .hasSize(50)
                .doesNotHaveDuplicates()
                .first()
                .isEqualTo(owner);
    }
}
