package iq.sendy.media;

import iq.sendy.platform.compute.CpuDeadline;
import java.io.IOException;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * The bytes of a picture for a decoder that may be hostile to itself: some take the end of a file for zeros, for as many
 * pixels as its header names, and swallow each exception about it. So what is thrown here is none that they expect.
 */
final class PictureInput extends ImageInputStreamImpl {

    /** Readers of bits look some bytes ahead, again and again. */
    private static final int MOST_PAST_THE_END = 64;

    /** Asking the time costs as much as some bytes. */
    private static final int BYTES_A_LOOK = 64;

    private final byte[] bytes;
    private final int end;
    private final CpuDeadline deadline;
    private int pastTheEnd;
    private int single;

    PictureInput(byte[] bytes, int end, CpuDeadline deadline) {
        this.bytes = bytes;
        this.end = end;
        this.deadline = deadline;
    }

    /** A decoder asks for more than there is, or takes longer than it may. */
    static final class DecodingGivenUp extends RuntimeException {

        DecodingGivenUp(String why) {
            super(why, null, false, false);
        }
    }

    @Override
    public int read() throws IOException {
        checkClosed();
        bitOffset = 0;
        if (single++ % BYTES_A_LOOK == 0) {
            refuseLate();
        }
        return streamPos < end ? bytes[(int) streamPos++] & 0xFF : over();
    }

    @Override
    public int read(byte[] into, int at, int length) throws IOException {
        checkClosed();
        bitOffset = 0;
        refuseLate();
        if (length == 0) {
            return 0;
        }
        if (streamPos >= end) {
            return over();
        }
        var part = (int) Math.min(length, end - streamPos);
        System.arraycopy(bytes, (int) streamPos, into, at, part);
        streamPos += part;
        return part;
    }

    @Override
    public long length() {
        return end;
    }

    private int over() {
        if (++pastTheEnd > MOST_PAST_THE_END) {
            throw new DecodingGivenUp("Its decoder reads on behind its end");
        }
        return -1;
    }

    private void refuseLate() {
        if (deadline.passed()) {
            throw new DecodingGivenUp("It takes too long");
        }
    }
}
