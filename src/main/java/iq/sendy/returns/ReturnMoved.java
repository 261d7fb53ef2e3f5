package iq.sendy.returns;

import iq.sendy.orders.OrderView;
import java.util.UUID;

/**
 * A return was approved, rejected or completed; heard in the same transaction.
 *
 * @param order whose pieces it is about, locked, as it was before
 * @param request as it is after that
 */
public record ReturnMoved(UUID store, OrderView order, ReturnView request) {}
