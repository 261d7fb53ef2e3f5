package iq.sendy.platform.sheets;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * XML on its way to a parser, refused where one piece of markup is long: parsers hold a tag or a comment whole, whatever it
 * has inside. There is no document type either.
 */
final class MarkupGuard extends FilterReader {

    private static final int LONGEST = 64 << 10;

    private enum State {
        TEXT,
        OPEN,
        TAG,
        QUOTED,
        DECLARED,
        DASHED,
        COMMENT,
        CDATA,
        INSTRUCTION
    }

    private State state = State.TEXT;
    private char quote;
    private int length;

    /** How many characters of an end such as {@code -->} have come already. */
    private int closing;

    MarkupGuard(Reader xml) {
        super(xml);
    }

    @Override
    public int read() throws IOException {
        var one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] into, int offset, int most) throws IOException {
        var read = super.read(into, offset, most);
        for (var i = offset; i < offset + read; i++) {
            state = after(into[i]);
            if (state == State.TEXT) {
                length = 0;
            } else if (++length > LONGEST) {
                throw new IOException("A piece of markup is too long");
            }
        }
        return read;
    }

    private State after(char c) throws IOException {
        return switch (state) {
            case TEXT -> c == '<' ? State.OPEN : State.TEXT;
            case OPEN ->
                switch (c) {
                    case '!' -> State.DECLARED;
                    case '?' -> begins(State.INSTRUCTION);
                    default -> inTag(c);
                };
            case TAG -> inTag(c);
            case QUOTED -> c == quote ? State.TAG : State.QUOTED;
            case DECLARED ->
                switch (c) {
                    case '-' -> State.DASHED;
                    case '[' -> begins(State.CDATA);
                    default -> throw new IOException("A document type");
                };
            case DASHED -> {
                if (c != '-') {
                    throw new IOException("Half a comment");
                }
                yield begins(State.COMMENT);
            }
            case COMMENT -> until(c, '-', 2);
            case CDATA -> until(c, ']', 2);
            case INSTRUCTION -> until(c, '?', 1);
        };
    }

    private State inTag(char c) {
        if (c == '"' || c == '\'') {
            quote = c;
            return State.QUOTED;
        }
        return c == '>' ? State.TEXT : State.TAG;
    }

    private State begins(State longer) {
        closing = 0;
        return longer;
    }

    private State until(char c, char mark, int marks) {
        if (c == '>' && closing >= marks) {
            return State.TEXT;
        }
        closing = c == mark ? closing + 1 : 0;
        return state;
    }
}
