package iq.sendy.platform.database;

/** The configuration or the machine does not allow a start; the message is the one line that an operator reads. */
public class StartRefused extends RuntimeException {

    public StartRefused(String line) {
        super(line);
    }

    public StartRefused(String line, Throwable cause) {
        super(line, cause);
    }
}
