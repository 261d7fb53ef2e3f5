package iq.sendy.dashboard;

import iq.sendy.platform.api.Caller;
import iq.sendy.platform.sql.Query;
import java.util.function.Function;

/**
 * Work that waits, on the first page: a bean of the room that has the list of it, where whoever may do something about it sees
 * how much there is and gets there by one tap.
 *
 * @param path of the list
 * @param word its key
 * @param position among all
 * @param permission what a person needs for that list, as its page allows it
 * @param scope what a program needs
 * @param count how much waits for them, which shares a trip
 */
public record HomeTask(
        String path,
        String word,
        String icon,
        int position,
        String permission,
        String scope,
        Function<Caller, Query<Long>> count) {

    public boolean isFor(Caller caller) {
        return caller.missing(permission, scope) == null;
    }
}
