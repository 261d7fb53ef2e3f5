package iq.sendy.messaging.model;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import iq.sendy.channels.ChannelOwner;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Order in which the owners of the accounts of a delivery are tried. Anybody may claim an account, and a delivery may name
 * many: so each account has its turn with the channel that has it longest, before any has another.
 */
public final class OwnersInTurn {

    private OwnersInTurn() {}

    public static List<ChannelOwner> of(Collection<ChannelOwner> owners, int most) {
        var byAccount = owners.stream()
                // The ids of channels begin with when they were made.
                .sorted(Comparator.comparing(owner -> owner.channel().toString()))
                .collect(groupingBy(ChannelOwner::accountId, TreeMap::new, toList()))
                .values();
        var turns = byAccount.stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, turns)
                .boxed()
                .flatMap(turn -> byAccount.stream()
                        .filter(claimants -> claimants.size() > turn)
                        .map(claimants -> claimants.get(turn)))
                .limit(most)
                .toList();
    }
}
