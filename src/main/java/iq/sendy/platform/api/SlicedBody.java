package iq.sendy.platform.api;

import iq.sendy.kernel.Bytes;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** Bytes of an answer that are read as they are taken, so that of what a slow client asked for a slice lies in memory. */
public final class SlicedBody {

    private SlicedBody() {}

    /** Where the bytes are. */
    @FunctionalInterface
    public interface SliceReader {

        /** Empty when it is gone meanwhile. */
        Optional<Bytes> read(long from, int length);
    }

    /**
     * Sends the bytes from one to another, which is left out.
     *
     * @param most what is read at once
     */
    public static void send(SliceReader reader, long from, long end, int most, OutputStream out) throws IOException {
        for (var at = from; at < end; at += most) {
            var length = (int) Math.min(most, end - at);
            // Erased while it was read: what was announced does not come, and the client sees that.
            out.write(reader.read(at, length)
                    .orElseThrow(() -> new IOException("What was sent is gone"))
                    .toArray());
        }
    }
}
