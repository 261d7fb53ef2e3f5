package iq.sendy.dashboard.orders;

import iq.sendy.orders.OrderLine;
import org.jspecify.annotations.Nullable;

/** A line of an order with the picture of its product; null where there is none to show. */
record LinePicture(OrderLine line, @Nullable String picture) {}
