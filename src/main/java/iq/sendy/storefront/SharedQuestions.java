package iq.sendy.storefront;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Query;
import java.util.List;

/** Questions about a store that share the trip of another, if there is one to that store; else they stay unanswered. */
public record SharedQuestions(StoreId store, List<Query<?>> all) {

    public SharedQuestions {
        all = List.copyOf(all);
    }
}
