package iq.sendy.customers;

import iq.sendy.kernel.Phone;
import java.util.UUID;

/** How a known customer stands with the store; a blocked one may not order. */
public record CustomerStanding(UUID id, Phone phone, boolean blocked) {}
