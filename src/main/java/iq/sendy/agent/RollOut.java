package iq.sendy.agent;

import iq.sendy.kernel.Phone;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Roll-out of the agent: whom it answers. A contact is in who is named, and who is of the share.
 *
 * @param allowed phones in stored form, and ids by which contacts are known at Meta
 * @param percentage share of all contacts, the same ones as long as it stays
 */
public record RollOut(List<String> allowed, int percentage) {

    /** More testers than these are a percentage. */
    public static final int MOST_ALLOWED = 200;

    public static final RollOut EVERYBODY = new RollOut(List.of(), 100);

    private static final int ALL = 100;

    public RollOut {
        allowed = List.copyOf(allowed);
        if (percentage < 0 || percentage > ALL) {
            throw new IllegalArgumentException("No percentage: " + percentage);
        }
    }

    /** Contacts as somebody typed them: what can be read as a phone is one, other names are as Meta has them. */
    public static List<String> named(Collection<String> typed) {
        return typed.stream()
                .map(contact -> Phone.parse(contact).map(Phone::value).orElse(contact))
                .distinct()
                .toList();
    }

    /**
     * Whether the agent answers a contact.
     *
     * @param names the contact's phone, if one is proved, and its identities
     */
    public boolean takes(UUID contact, Collection<String> names) {
        return share(contact) < percentage || names.stream().anyMatch(allowed::contains);
    }

    /**
     * The place of a contact, from 0 to 99. Ids that were made one after the other are near each other, so their bits are
     * mixed as MurmurHash3 does at its end.
     */
    private static long share(UUID contact) {
        var mixed = contact.getMostSignificantBits() ^ Long.rotateLeft(contact.getLeastSignificantBits(), 32);
        mixed = (mixed ^ (mixed >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return Long.remainderUnsigned(mixed ^ (mixed >>> 33), ALL);
    }
}
