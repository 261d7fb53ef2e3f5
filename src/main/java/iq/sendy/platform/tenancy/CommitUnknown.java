package iq.sendy.platform.tenancy;

/** The connection broke after COMMIT was sent: the step may have happened, so it must not simply run again. */
public class CommitUnknown extends RuntimeException {

    CommitUnknown(Throwable cause) {
        super("The answer to COMMIT was lost", cause);
    }
}
