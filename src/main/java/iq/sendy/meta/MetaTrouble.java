package iq.sendy.meta;

import org.jspecify.annotations.Nullable;

/** One error that Meta reports by a delivery: its code, its title, and details that are there at times. */
public record MetaTrouble(
        String code, @Nullable String title, @Nullable String details) {}
