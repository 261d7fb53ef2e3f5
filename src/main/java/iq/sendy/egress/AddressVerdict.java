package iq.sendy.egress;

/** Verdict on an address that somebody gave. */
public sealed interface AddressVerdict {

    record Allowed(Target target) implements AddressVerdict {}

    /** The rule is for logs; whoever gave the address learns only that it is not allowed. */
    record Refused(String rule) implements AddressVerdict {}

    /** So many names are being looked up that this one was not: ask again. */
    record Undecided() implements AddressVerdict {}
}
