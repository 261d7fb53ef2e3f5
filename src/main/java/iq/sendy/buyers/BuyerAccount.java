package iq.sendy.buyers;

import iq.sendy.kernel.Phone;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Account of a buyer in one store.
 *
 * @param name null where it was made by a code alone
 * @param version grows when all who are signed in are signed out
 */
public record BuyerAccount(UUID id, Phone phone, @Nullable String name, long version, Instant createdAt) {}
