package iq.sendy.dashboard.orders;

import iq.sendy.orders.OrderStatus;
import iq.sendy.orders.OrderView;
import org.jspecify.annotations.Nullable;

/**
 * An order as a row of the list.
 *
 * @param place where it goes, in the reader's language; null where nobody said
 * @param goods its lines in short
 * @param next the step that its button takes; null where there is none, or the reader may not
 */
record OrderRow(
        OrderView order,
        OrderLook look,
        @Nullable String place,
        String goods,
        @Nullable OrderStatus next) {}
