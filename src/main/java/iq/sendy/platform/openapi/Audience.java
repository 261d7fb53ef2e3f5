package iq.sendy.platform.openapi;

import java.util.function.Predicate;

/** Who reads a document: what is served at two doors stands twice for everybody, and once for those who use one. */
enum Audience {
    EVERYBODY(_ -> true),
    PEOPLE(operation -> !operation.keyDoor()),
    PROGRAMS(operation -> operation.keyDoor() || operation.open() && !operation.unsafe());

    private final Predicate<Operation> reads;

    Audience(Predicate<Operation> reads) {
        this.reads = reads;
    }

    boolean reads(Operation operation) {
        return reads.test(operation);
    }
}
