package iq.sendy.dashboard.inbox;

import iq.sendy.kernel.Phone;
import iq.sendy.orders.OrderView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a customer, beside what they write.
 *
 * @param phone that was proved to be theirs; null where none was
 * @param orders of that phone, the newest first; empty where the reader may not see orders
 * @param labels of the conversation
 */
record ContactPane(@Nullable Phone phone, boolean mayOrders, List<OrderView> orders, List<String> labels) {

    ContactPane {
        orders = List.copyOf(orders);
        labels = List.copyOf(labels);
    }
}
