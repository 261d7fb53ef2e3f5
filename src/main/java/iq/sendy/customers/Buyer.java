package iq.sendy.customers;

import iq.sendy.kernel.Phone;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Buyer: who places orders.
 *
 * @param id of the record, should this be the phone's first order
 * @param name likewise
 * @param orders how many of them
 */
public record Buyer(UUID id, Phone phone, @Nullable String name, int orders) {}
