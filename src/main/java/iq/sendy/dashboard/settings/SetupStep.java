package iq.sendy.dashboard.settings;

/**
 * Step of setting up a shop, by which its checklist is counted.
 *
 * @param name behind {@code settings.step.} of its words
 * @param manages whether this reader may do it; else they only see that it is open
 */
record SetupStep(String name, String path, boolean done, boolean manages) {}
