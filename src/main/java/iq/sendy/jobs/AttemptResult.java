package iq.sendy.jobs;

/** An attempt that is over, for {@link JobHandler#settle}. */
public sealed interface AttemptResult<W, R> {

    Job job();

    W work();

    /** It came to something, good or bad: the handler says what follows. */
    record Completed<W, R>(Job job, W work, R result) implements AttemptResult<W, R> {}

    /** It threw. What follows is decided by {@link JobHandler#retry}, unless the handler knows better. */
    record Failed<W, R>(Job job, W work, Exception error, JobEnd end) implements AttemptResult<W, R> {}

    /** It was not made any more, after too many leases were lost; the job is dead whatever the handler answers. */
    record GivenUp<W, R>(Job job, W work, JobEnd.Dead end) implements AttemptResult<W, R> {}
}
