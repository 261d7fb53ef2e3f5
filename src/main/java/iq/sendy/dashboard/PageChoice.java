package iq.sendy.dashboard;

/** One of several that a field lets choose: what is sent, and its word. */
public record PageChoice(String value, String word) {}
