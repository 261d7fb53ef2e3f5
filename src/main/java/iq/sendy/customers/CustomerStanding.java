package iq.sendy.customers;

import iq.sendy.kernel.Phone;
import java.util.UUID;

/** Standing of a customer with the store; a blocked one may not order. */
public record CustomerStanding(UUID id, Phone phone, boolean blocked) {}
