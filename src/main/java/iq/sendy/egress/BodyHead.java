package iq.sendy.egress;

import iq.sendy.kernel.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.message.MessageSupport;

/** The beginning of a body, read raw: what is packed stays packed. */
final class BodyHead {

    /** How the reading of a body ended. */
    enum End {
        WHOLE,
        /** There was more than the limits let anybody read. */
        TOO_LONG,
        /** The connection or the time ended first. */
        BROKEN
    }

    private static final char REPLACED = '\uFFFD';
    private static final int AT_ONCE = 16_384;
    private static final int FEW = 2_048;

    private final ExchangeLimits exchangeLimits;
    private byte[] kept = new byte[0];
    private int size;
    private int read;

    BodyHead(ExchangeLimits exchangeLimits) {
        this.exchangeLimits = exchangeLimits;
    }

    /** How the body ended. A failure cuts it short and undoes nothing: the status is known. */
    End read(DefaultBHttpClientConnection wire, String method, ClassicHttpResponse response) {
        try {
            if (!MessageSupport.canResponseHaveBody(method, response)) {
                return End.WHOLE;
            }
            wire.receiveResponseEntity(response);
            return readEntity(response);
        } catch (IOException | HttpException broken) {
            return End.BROKEN;
        }
    }

    // Closing the stream would read to its end, which may never come.
    @SuppressWarnings("resource")
    private End readEntity(ClassicHttpResponse response) throws IOException {
        var entity = response.getEntity();
        if (entity == null) {
            return End.WHOLE;
        }
        if (entity.getContentLength() > exchangeLimits.read() && exchangeLimits.keep() == exchangeLimits.read()) {
            // Whoever keeps all that is read has no use for a part.
            return End.TOO_LONG;
        }
        kept = new byte[(int) Math.min(exchangeLimits.keep(), Math.max(FEW, entity.getContentLength()))];
        var content = entity.getContent();
        var some = new byte[Math.min(AT_ONCE, exchangeLimits.read())];
        while (read < exchangeLimits.read()) {
            var count = content.read(some, 0, Math.min(some.length, exchangeLimits.read() - read));
            if (count < 0) {
                return End.WHOLE;
            }
            read += count;
            keep(some, Math.min(count, exchangeLimits.keep() - size));
        }
        return End.TOO_LONG;
    }

    private void keep(byte[] some, int count) {
        if (size + count > kept.length) {
            kept = Arrays.copyOf(kept, Math.min(exchangeLimits.keep(), Math.max(size + count, 2 * kept.length)));
        }
        System.arraycopy(some, 0, kept, size, count);
        size += count;
    }

    Bytes bytes() {
        return Bytes.of(size == kept.length ? kept : Arrays.copyOf(kept, size));
    }

    /** A character cut through at the end is left out; what is no UTF-8, and NUL, which no database takes, is replaced. */
    String text() {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        var text = CharBuffer.allocate(size);
        decoder.decode(ByteBuffer.wrap(kept, 0, size), text, read <= size);
        return text.flip().toString().replace('\0', REPLACED);
    }
}
