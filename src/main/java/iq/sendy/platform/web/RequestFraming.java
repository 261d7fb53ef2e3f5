package iq.sendy.platform.web;

import java.nio.ByteBuffer;

/**
 * The framing of the requests on one connection, followed byte by byte as they come in: where a head begins and ends, and
 * its body. Tomcat reads leniently what others might read otherwise, and its time-outs run between two reads; here stands
 * what a head could be misread by, and since when a head or a body has been on its way.
 */
final class RequestFraming {

    /** What the connection waits for. */
    enum Phase {
        IDLE,
        HEAD,
        BODY
    }

    private enum FramePart {
        BLANK,
        REQUEST_LINE,
        LINE_START,
        NAME,
        VALUE,
        LENGTH,
        BODY,
        CHUNK_SIZE,
        CHUNK_EXTENSION,
        CHUNK,
        CHUNK_END,
        TRAILER_START,
        TRAILER,
        /** Nothing that follows can be told apart; Tomcat refuses it and closes. */
        LOST
    }

    private static final String LENGTH = "content-length";
    private static final String CODING = "transfer-encoding";
    /** Beyond it nothing is added: longer than any body that is taken, and far from an overflow. */
    private static final long HUGE = Long.MAX_VALUE / 32;

    private final StringBuilder name = new StringBuilder(CODING.length() + 1);

    private FramePart framePart = FramePart.BLANK;
    private int previous;
    private int lengths;
    private int codings;
    private long left;

    private volatile Phase phase = Phase.IDLE;
    private volatile long since;
    private volatile boolean ambiguous;

    Phase phase() {
        return phase;
    }

    /** Since when it is in this phase, by {@code System.nanoTime()}. */
    long since() {
        return since;
    }

    /** Whether a head could be read in two ways: bare line feeds, folded lines, two lengths. */
    boolean ambiguous() {
        return ambiguous;
    }

    void reset(long now) {
        framePart = FramePart.BLANK;
        previous = 0;
        left = 0;
        ambiguous = false;
        enter(Phase.IDLE, now);
    }

    /** Takes what has just been put into the buffer, without moving its position. */
    void take(ByteBuffer bytes, int from, int to, long now) {
        var at = from;
        while (at < to) {
            if (framePart == FramePart.BODY || framePart == FramePart.CHUNK) {
                at += skip(to - at, now);
                continue;
            }
            if (framePart == FramePart.LOST) {
                return;
            }
            take(bytes.get(at) & 0xff, now);
            at++;
        }
    }

    private int skip(int most, long now) {
        var taken = (int) Math.min(left, most);
        left -= taken;
        if (left == 0 && framePart == FramePart.CHUNK) {
            framePart = FramePart.CHUNK_END;
        } else if (left == 0) {
            ended(now);
        }
        return taken;
    }

    private void take(int c, long now) {
        if (phase == Phase.IDLE) {
            lengths = 0;
            codings = 0;
            left = 0;
            enter(Phase.HEAD, now);
        }
        var wasReturn = previous == '\r';
        previous = c;
        if (wasReturn != (c == '\n')) {
            if (phase == Phase.HEAD) {
                ambiguous = true;
            }
            framePart = FramePart.LOST;
            return;
        }
        switch (framePart) {
            case BLANK -> framePart = c == '\r' || c == '\n' ? FramePart.BLANK : FramePart.REQUEST_LINE;
            case REQUEST_LINE, VALUE, LENGTH, NAME -> header(c);
            case LINE_START -> lineStart(c, now);
            case CHUNK_SIZE, CHUNK_EXTENSION -> chunkSize(c);
            case CHUNK_END -> chunkEnd(c);
            case TRAILER_START -> trailerStart(c, now);
            case TRAILER -> framePart = c == '\n' ? FramePart.TRAILER_START : FramePart.TRAILER;
            case BODY, CHUNK, LOST -> throw new IllegalStateException(framePart.name());
        }
    }

    private void header(int c) {
        if (c == '\n') {
            framePart = FramePart.LINE_START;
            return;
        }
        if (framePart == FramePart.LENGTH && c >= '0' && c <= '9') {
            left = Math.min(HUGE, left * 10 + c - '0');
        } else if (framePart == FramePart.NAME && c == ':') {
            named();
        } else if (framePart == FramePart.NAME && name.length() <= CODING.length()) {
            name.append((char) (c >= 'A' && c <= 'Z' ? c + 32 : c));
        }
    }

    private void named() {
        framePart = FramePart.VALUE;
        if (LENGTH.contentEquals(name)) {
            framePart = FramePart.LENGTH;
            lengths++;
        } else if (CODING.contentEquals(name)) {
            codings++;
        }
    }

    private void lineStart(int c, long now) {
        if (c == '\r') {
            return;
        }
        if (c == '\n') {
            headEnded(now);
            return;
        }
        if (c == ' ' || c == '\t') {
            ambiguous = true;
        }
        name.setLength(0);
        framePart = FramePart.NAME;
        header(c);
    }

    private void headEnded(long now) {
        if (lengths + Math.min(codings, 1) > 1) {
            ambiguous = true;
        }
        if (codings > 0) {
            left = 0;
            framePart = FramePart.CHUNK_SIZE;
        } else if (left > 0) {
            framePart = FramePart.BODY;
        } else {
            ended(now);
            return;
        }
        enter(Phase.BODY, now);
    }

    private void chunkSize(int c) {
        if (c == '\n') {
            framePart = left > 0 ? FramePart.CHUNK : FramePart.TRAILER_START;
        } else if (c == ';' || c == ' ' || c == '\t') {
            framePart = FramePart.CHUNK_EXTENSION;
        } else if (framePart == FramePart.CHUNK_SIZE && c != '\r') {
            var digit = Character.digit(c, 16);
            framePart = digit < 0 ? FramePart.LOST : FramePart.CHUNK_SIZE;
            left = Math.min(HUGE, left * 16 + digit);
        }
    }

    private void chunkEnd(int c) {
        if (c != '\r') {
            framePart = c == '\n' ? FramePart.CHUNK_SIZE : FramePart.LOST;
        }
    }

    private void trailerStart(int c, long now) {
        if (c == '\n') {
            ended(now);
        } else if (c != '\r') {
            framePart = FramePart.TRAILER;
        }
    }

    /** The request is here as a whole. */
    private void ended(long now) {
        framePart = FramePart.BLANK;
        previous = 0;
        enter(Phase.IDLE, now);
    }

    private void enter(Phase next, long now) {
        since = now;
        phase = next;
    }
}
