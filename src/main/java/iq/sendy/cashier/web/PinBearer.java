package iq.sendy.cashier.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A body that may bring a PIN, and at the entrance for programs whose it is. */
interface PinBearer {

    @Nullable
    String pin();

    @Nullable
    UUID staffId();
}
