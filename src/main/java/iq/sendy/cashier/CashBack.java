package iq.sendy.cashier;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a refund comes to in cash: what was paid, or would be if it were the next of its sale.
 *
 * @param request the return
 * @param amount rounded as the sale was, in minor units
 * @param session that paid it; null while none has
 */
public record CashBack(UUID request, long amount, @Nullable UUID session) {}
