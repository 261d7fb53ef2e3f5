package iq.sendy.storefront;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.ChangeMark;
import iq.sendy.platform.sql.Query;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Questions about a store that share the trip of another, if there is one to that store; else they stay unanswered.
 *
 * @param mark what is asked before all of them
 * @param settled the mark at which nobody need ask the others; null where they must be asked
 * @param others made when they are asked, which they seldom are
 */
public record SharedQuestions(
        StoreId store, Query<ChangeMark> mark, @Nullable ChangeMark settled, Supplier<List<Query<?>>> others) {}
