package iq.sendy.messaging.model;

import iq.sendy.messaging.Correspondent;
import iq.sendy.messaging.KnownIdentity;
import iq.sendy.meta.Identity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides whose names those of correspondents are. Names that are used together are one contact's; where they are those of
 * two, the older contact stays.
 */
public final class ContactRegister {

    /** All that {@code gone} has goes to {@code kept}. */
    public record ContactMerge(UUID kept, UUID gone) {}

    /** Names that a contact gave up. */
    public record NamesGivenUp(UUID contact, List<Identity> names, Instant from) {}

    private final Map<Identity, KnownIdentity> known = new HashMap<>();
    private final Map<UUID, Instant> ages = new HashMap<>();
    private final Map<UUID, UUID> replaced = new HashMap<>();
    private final Map<Identity, UUID> named = new LinkedHashMap<>();
    private final Set<UUID> fresh = new LinkedHashSet<>();
    private final Set<UUID> entered = new LinkedHashSet<>();
    private final List<ContactMerge> merges = new ArrayList<>();
    private final List<NamesGivenUp> givenUp = new ArrayList<>();
    private final Supplier<UUID> ids;

    /**
     * A register of what is known, to enter correspondents into.
     *
     * @param ids of contacts to be
     */
    public ContactRegister(List<KnownIdentity> known, Supplier<UUID> ids) {
        this.ids = ids;
        for (var identity : known) {
            this.known.put(identity.identity(), identity);
            ages.put(identity.contact().id(), identity.contact().createdAt());
        }
    }

    /**
     * Finds or makes the contact of somebody who wrote.
     *
     * @param successors names that take the place of those of before; none of one who stays the same
     */
    public void enter(Correspondent correspondent, List<Identity> successors) {
        var names = new LinkedHashSet<>(correspondent.identities());
        names.addAll(successors);
        var holders = new LinkedHashSet<UUID>();
        for (var name : names) {
            var holder = holder(name, correspondent.at());
            if (holder != null) {
                holders.add(holder);
            }
        }
        var contact = one(holders);
        for (var name : names) {
            if (!contact.equals(holder(name, correspondent.at()))) {
                named.put(name, contact);
            }
        }
        entered.add(contact);
        var old = correspondent.identities().stream()
                .filter(name ->
                        !successors.contains(name) && successors.stream().anyMatch(next -> next.kind() == name.kind()))
                .toList();
        if (!old.isEmpty()) {
            givenUp.add(new NamesGivenUp(contact, old, correspondent.at()));
        }
    }

    private @Nullable UUID holder(Identity name, Instant at) {
        var given = named.get(name);
        if (given != null) {
            return current(given);
        }
        var identity = known.get(name);
        return identity == null || !identity.holdsAt(at)
                ? null
                : current(identity.contact().id());
    }

    private UUID one(Set<UUID> holders) {
        if (holders.isEmpty()) {
            var contact = ids.get();
            fresh.add(contact);
            ages.put(contact, Instant.MAX);
            return contact;
        }
        var byAge = holders.stream()
                .sorted(Comparator.comparing((UUID holder) -> ages.getOrDefault(holder, Instant.MAX))
                        .thenComparing(UUID::toString))
                .toList();
        var kept = byAge.getFirst();
        for (var gone : byAge.subList(1, byAge.size())) {
            replaced.put(gone, kept);
            entered.remove(gone);
            // One that is not written yet has nothing to bring along.
            if (!fresh.remove(gone)) {
                merges.add(new ContactMerge(kept, gone));
            }
        }
        return kept;
    }

    private UUID current(UUID contact) {
        var now = contact;
        while (replaced.containsKey(now)) {
            now = replaced.getOrDefault(now, now);
        }
        return now;
    }

    /** Contacts to be made. */
    public Set<UUID> fresh() {
        return fresh;
    }

    /** Those who were entered, each once. */
    public Set<UUID> entered() {
        return entered;
    }

    /** Names that are somebody's from now on. */
    public Map<Identity, UUID> named() {
        var current = new LinkedHashMap<Identity, UUID>();
        named.forEach((name, contact) -> current.put(name, current(contact)));
        return current;
    }

    /** What must be joined, in this order. */
    public List<ContactMerge> merges() {
        return merges;
    }

    public List<NamesGivenUp> givenUp() {
        return givenUp.stream()
                .map(names -> new NamesGivenUp(current(names.contact()), names.names(), names.from()))
                .toList();
    }
}
