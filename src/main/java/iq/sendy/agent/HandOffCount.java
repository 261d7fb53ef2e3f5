package iq.sendy.agent;

/** How often people went on for a reason. */
public record HandOffCount(String reason, long count) {}
