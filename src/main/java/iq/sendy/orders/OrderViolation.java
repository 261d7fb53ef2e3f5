package iq.sendy.orders;

/** A field of an order that does not fit the store: its JSON path, and the contract's code for what is wrong. */
public record OrderViolation(String field, String code) {}
