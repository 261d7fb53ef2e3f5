package iq.sendy.proofs;

/** The doors of Sendy that a sequence goes to. */
record RealDoors(RealShop shop, RealCounter counter) {}
