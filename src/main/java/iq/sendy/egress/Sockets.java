package iq.sendy.egress;

/** Makes the sockets that connections are built on. */
interface Sockets {

    GuardedSocket open(AddressPolicy policy, EgressScope egressScope);
}
