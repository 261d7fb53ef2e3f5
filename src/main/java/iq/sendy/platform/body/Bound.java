package iq.sendy.platform.body;

import iq.sendy.platform.api.Violations;

/**
 * Bound request body with its violations. What was read of a body: the record, and what is wrong so far. A controller
 * adds its own complaints and then asks for the {@link #valid()} record, so that a caller hears of every fault at once.
 * Until then a faulty field is null.
 */
public record Bound<T>(T value, Violations problems) {

    /** Notes each {@link Required} field that a patch leaves out: a new resource needs them all. */
    public Bound<T> complete() {
        RecordSchema.of(value.getClass()).leftOut(value).forEach(field -> problems.add(field, "field.required"));
        return this;
    }

    /** The record, refusing the request with 400 if anything is wrong. */
    public T valid() {
        problems.refuseIfAny();
        return value;
    }
}
