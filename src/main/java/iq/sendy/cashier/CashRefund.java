package iq.sendy.cashier;

import iq.sendy.kernel.Currency;
import java.util.UUID;

/**
 * Cash refund for a completed return of a sale.
 *
 * @param request the return
 * @param owed for the goods that came, in minor units of {@code currency}
 */
public record CashRefund(UUID order, UUID request, long owed, Currency currency) {}
