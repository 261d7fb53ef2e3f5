package iq.sendy.orders;

import java.util.UUID;

/** Number of an order, by which people of the store speak of it. */
public record OrderNumber(UUID orderId, long number) {}
