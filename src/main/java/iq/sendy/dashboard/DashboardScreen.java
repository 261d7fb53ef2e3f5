package iq.sendy.dashboard;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.sql.Query;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Screen of the dashboard: a bean of the room that has its page. From these come side bar, bottom bar and menu, so that an entry
 * is there when its page is, and whoever may not see the page does not see the entry.
 *
 * @param name of its icon, and behind {@code nav.} of its word
 * @param position in its group
 * @param permission what a person needs to see it, as its page {@link Allows} it
 * @param scope what a program needs, as the API has it for the same thing
 * @param count how much waits there, which shares a trip; null where nothing does
 */
public record DashboardScreen(
        String path,
        String name,
        NavigationGroup group,
        int position,
        String permission,
        String scope,
        @Nullable Function<StoreId, Query<Long>> count) {

    /** One that whoever is signed in may see. */
    public static DashboardScreen at(String path, String name, NavigationGroup group, int position) {
        return new DashboardScreen(path, name, group, position, Allows.SIGNED_IN, "", null);
    }

    public DashboardScreen needing(String right, String keyScope) {
        return new DashboardScreen(path, name, group, position, right, keyScope, count);
    }

    public DashboardScreen counting(Function<StoreId, Query<Long>> waiting) {
        return new DashboardScreen(path, name, group, position, permission, scope, waiting);
    }

    public boolean isFor(Caller caller) {
        return caller.missing(permission, scope) == null;
    }
}
