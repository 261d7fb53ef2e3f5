package iq.sendy.customers;

import iq.sendy.kernel.Phone;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Name of a customer, as far as it is known, and the phone that is always. */
public record CustomerName(UUID customerId, @Nullable String name, Phone phone) {}
