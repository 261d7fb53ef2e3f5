package iq.sendy.egress;

/** No place was free to look a name up: our trouble, which says nothing of the name. */
public final class ResolverBusy extends Exception {

    ResolverBusy() {
        super("No place for a look-up", null, false, false);
    }
}
