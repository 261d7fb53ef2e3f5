package iq.sendy.platform.compute;

import java.time.Duration;
import org.springframework.http.HttpStatus;

/** The kinds of work that the pool does, each with its lane and how long somebody waits for its turn. */
public enum ComputeKind {
    /** Waited for by people who sign in; who is told to come again has come too often, in whatever company. */
    PASSWORD_HASH(ComputeLane.SHORT, Duration.ofSeconds(2), HttpStatus.TOO_MANY_REQUESTS),
    JSON_BODY(ComputeLane.SHORT, Duration.ofSeconds(5), HttpStatus.SERVICE_UNAVAILABLE),
    DOCUMENT(ComputeLane.SHORT, Duration.ofSeconds(8), HttpStatus.SERVICE_UNAVAILABLE),
    /** Documents by the dozen. */
    BATCH(ComputeLane.LONG, Duration.ofSeconds(20), HttpStatus.SERVICE_UNAVAILABLE),
    PICTURE(ComputeLane.LONG, Duration.ofSeconds(20), HttpStatus.SERVICE_UNAVAILABLE),
    SHEET(ComputeLane.LONG, Duration.ofSeconds(20), HttpStatus.SERVICE_UNAVAILABLE),
    EXPORT(ComputeLane.LONG, Duration.ofSeconds(20), HttpStatus.SERVICE_UNAVAILABLE),
    /** A favour to slow lines, which does not wait: who is told to come again gets the answer unpacked. */
    PACKING(ComputeLane.SHORT, Duration.ofMillis(200), HttpStatus.SERVICE_UNAVAILABLE);

    /** What takes seconds never stands before what takes milliseconds. */
    enum ComputeLane {
        SHORT,
        LONG
    }

    private final ComputeLane computeLane;
    private final Duration patience;
    private final HttpStatus late;

    ComputeKind(ComputeLane computeLane, Duration patience, HttpStatus late) {
        this.computeLane = computeLane;
        this.patience = patience;
        this.late = late;
    }

    ComputeLane lane() {
        return computeLane;
    }

    Duration patience() {
        return patience;
    }

    /** What is answered when no turn came in time. */
    HttpStatus late() {
        return late;
    }
}
