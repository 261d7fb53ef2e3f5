package iq.sendy.platform.compute;

import java.time.Duration;
import org.springframework.http.HttpStatus;

/** The kinds of work that the pool does, each with its lane and how long somebody waits for its turn. */
public enum ComputeKind {
    /** Waited for by people who sign in; who is told to come again has come too often, in whatever company. */
    PASSWORD_HASH(Lane.SHORT, Duration.ofSeconds(2), HttpStatus.TOO_MANY_REQUESTS),
    JSON_BODY(Lane.SHORT, Duration.ofSeconds(5), HttpStatus.SERVICE_UNAVAILABLE),
    DOCUMENT(Lane.SHORT, Duration.ofSeconds(8), HttpStatus.SERVICE_UNAVAILABLE),
    PICTURE(Lane.LONG, Duration.ofSeconds(20), HttpStatus.SERVICE_UNAVAILABLE),
    SHEET(Lane.LONG, Duration.ofSeconds(20), HttpStatus.SERVICE_UNAVAILABLE),
    EXPORT(Lane.LONG, Duration.ofSeconds(20), HttpStatus.SERVICE_UNAVAILABLE),
    /** A favour to slow lines, which does not wait: who is told to come again gets the answer unpacked. */
    PACKING(Lane.SHORT, Duration.ofMillis(200), HttpStatus.SERVICE_UNAVAILABLE);

    /** What takes seconds never stands before what takes milliseconds. */
    enum Lane {
        SHORT,
        LONG
    }

    private final Lane lane;
    private final Duration patience;
    private final HttpStatus late;

    ComputeKind(Lane lane, Duration patience, HttpStatus late) {
        this.lane = lane;
        this.patience = patience;
        this.late = late;
    }

    Lane lane() {
        return lane;
    }

    Duration patience() {
        return patience;
    }

    /** What is answered when no turn came in time. */
    HttpStatus late() {
        return late;
    }
}
