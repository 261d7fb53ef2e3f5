package iq.sendy.accounts;

import java.util.List;
import java.util.UUID;

/**
 * Somebody who has something open.
 *
 * @param subject what they have open
 * @param writing whether they write something about it just now
 */
public record Presence(String name, UUID subject, boolean writing) {

    /** Those who have this open. */
    public static List<Presence> at(UUID subject, List<Presence> all) {
        return all.stream().filter(one -> one.subject().equals(subject)).toList();
    }
}
