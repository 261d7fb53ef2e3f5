package iq.sendy.jobs;

import java.time.Duration;

/** End of an attempt: what becomes of its job. */
public sealed interface JobEnd {

    /** It is finished and goes. */
    record Done() implements JobEnd {}

    /** The attempt failed; another one follows after that time. */
    record Again(Duration after) implements JobEnd {}

    /** It was not the job's fault, or not its time: later, and the attempt is given back. */
    record Deferred(Duration after) implements JobEnd {}

    /** No attempt will help. It is kept, and may be put back by hand. */
    record Dead(String errorClass, String text) implements JobEnd {}
}
