package iq.sendy.dashboard.settings;

import org.jspecify.annotations.Nullable;

/**
 * Thing that an entry of the log is about.
 *
 * @param name or its id, where nobody knows a name any more
 * @param isCode whether that is read from left to right in every language
 * @param page where the reader may open it; null where there is none for them
 */
public record AuditedThing(
        String name, boolean isCode, @Nullable String page) {}
