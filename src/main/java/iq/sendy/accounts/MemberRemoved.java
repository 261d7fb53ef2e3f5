package iq.sendy.accounts;

import iq.sendy.kernel.StoreId;
import java.util.UUID;

/** A member of the staff is gone for good. Heard in the same transaction, by whoever gave something into their hands. */
public record MemberRemoved(StoreId store, UUID member) {}
