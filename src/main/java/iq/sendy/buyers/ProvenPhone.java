package iq.sendy.buyers;

import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import java.util.UUID;

/** Phone whose code was right, which holds until that code is taken. */
public record ProvenPhone(StoreId store, Phone phone, UUID code) {}
