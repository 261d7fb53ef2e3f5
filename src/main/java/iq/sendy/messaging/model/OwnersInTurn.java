package iq.sendy.messaging.model;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import iq.sendy.channels.ChannelOwner;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Order in which the owners of the accounts of a delivery are tried. Anybody may claim an account, and a delivery may name
 * many: so each account has its turn with whose token reads it, else with the channel that has it longest, before any has
 * another. Where there are more than may be tried, every other turn of an account falls to one by lot: whoever claims it later
 * does not push out who has it, and however many claimed it before an owner who has not proved it yet, they do not shut the
 * owner out, since Meta repeats for days what is refused.
 */
public final class OwnersInTurn {

    private OwnersInTurn() {}

    /**
     * The owners to be tried, in their order.
     *
     * @param lot any number from 0 on that is less than the one it is given
     */
    public static List<ChannelOwner> of(Collection<ChannelOwner> owners, int most, IntUnaryOperator lot) {
        var byAccount = owners.stream()
                // The ids of channels begin with when they were made.
                .sorted(Comparator.comparing(ChannelOwner::proved)
                        .reversed()
                        .thenComparing(owner -> owner.channel().toString()))
                .collect(groupingBy(ChannelOwner::accountId, TreeMap::new, toList()))
                .values()
                .stream()
                .map(claimants -> owners.size() > most ? drawn(claimants, most, lot) : claimants)
                .toList();
        var turns = byAccount.stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, turns)
                .boxed()
                .flatMap(turn -> byAccount.stream()
                        .filter(claimants -> claimants.size() > turn)
                        .map(claimants -> claimants.get(turn)))
                .limit(most)
                .toList();
    }

    private static List<ChannelOwner> drawn(List<ChannelOwner> bestFirst, int most, IntUnaryOperator lot) {
        var left = new ArrayList<>(bestFirst);
        var drawn = new ArrayList<ChannelOwner>();
        while (!left.isEmpty() && drawn.size() < most) {
            drawn.add(left.remove(drawn.size() % 2 == 0 ? 0 : lot.applyAsInt(left.size())));
        }
        return drawn;
    }
}
