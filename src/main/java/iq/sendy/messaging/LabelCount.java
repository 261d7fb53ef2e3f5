package iq.sendy.messaging;

/** Label of a store with the number of conversations that carry it. */
public record LabelCount(String label, long count) {}
