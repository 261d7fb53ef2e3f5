package iq.sendy.dashboard;

import org.jspecify.annotations.Nullable;

/**
 * Tab above a list.
 *
 * @param count how many are there, as it is shown; null where nobody counts
 */
public record PageTab(String url, String word, @Nullable String count, boolean current) {}
