package iq.sendy.platform.settings;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NotDirectoryException;

/** The configuration or the machine does not allow a start; the message is the one line that an operator reads. */
public class StartRefused extends RuntimeException {

    public StartRefused(String line) {
        super(line);
    }

    public StartRefused(String line, Throwable cause) {
        super(line, cause);
    }

    /** What a file or directory does not allow, in words: the system's are spread over the type and the message. */
    public static StartRefused by(IOException failed, String line) {
        return new StartRefused(line + ": " + reason(failed), failed);
    }

    private static String reason(IOException failed) {
        if (!(failed instanceof FileSystemException file)) {
            return String.valueOf(failed.getMessage());
        }
        return switch (file) {
            case AccessDeniedException denied -> "permission denied at " + denied.getFile();
            case FileAlreadyExistsException other -> other.getFile() + " is a file and no directory";
            case NotDirectoryException other -> other.getFile() + " is a file and no directory";
            default -> file.getReason() == null ? file.toString() : file.getReason() + " at " + file.getFile();
        };
    }
}
