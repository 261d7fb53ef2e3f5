package iq.sendy.customers;

import iq.sendy.kernel.Phone;
import java.util.UUID;

/**
 * Standing of a customer with the store; a blocked one may not order.
 *
 * @param delivered how many parcels were taken
 * @param refused how many were refused at the door
 */
public record CustomerStanding(UUID id, Phone phone, boolean blocked, long delivered, long refused) {}
