package iq.sendy.messaging;

import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;

/** What becomes of a delivery of Meta. */
public final class AcceptDelivery {

    private AcceptDelivery() {}

    /** What can come of it. */
    public sealed interface Result {}

    /** It is kept for each store that owns an account in it by whose secret it is signed. */
    public record Accepted(int stores) implements Result {}

    /** It has no signature, or not one. */
    @RefusedWith(status = 401, code = "auth.required")
    public record Unsigned() implements Result, Refusal {}

    /** It is signed by nobody who owns an account that it names, or it names none. */
    @RefusedWith(status = 401, code = "auth.invalid")
    public record NotVerified() implements Result, Refusal {}
}
