package iq.sendy.dashboard;

import iq.sendy.platform.api.Caller;
import iq.sendy.platform.sql.Query;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Work that waits, on the first page: a bean of the room that has the list of it, where whoever may do something about it sees
 * how much there is and gets there by one tap.
 *
 * @param path of the list
 * @param word its key
 * @param position among all
 * @param permission what a person needs for that list, as its page allows it
 * @param scope what a program needs
 * @param amount how much waits for them
 */
public record HomeTask(
        String path,
        String word,
        String icon,
        int position,
        String permission,
        String scope,
        Function<Caller, WaitingAmount> amount) {

    /**
     * How much waits.
     *
     * @param asked what is asked for it, all in one trip with what is asked for other tasks
     * @param answer what the answers come to
     */
    public record WaitingAmount(List<? extends Query<?>> asked, LongSupplier answer) {

        public static WaitingAmount of(Query<Long> count) {
            return new WaitingAmount(List.of(count), () -> count.first().orElse(0L));
        }
    }

    public boolean isFor(Caller caller) {
        return caller.missing(permission, scope) == null;
    }
}
