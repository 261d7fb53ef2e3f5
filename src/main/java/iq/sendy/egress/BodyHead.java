package iq.sendy.egress;

import iq.sendy.kernel.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
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

    private final ExchangeLimits exchangeLimits;
    private final ByteArrayOutputStream kept;
    private int read;

    BodyHead(ExchangeLimits exchangeLimits) {
        this.exchangeLimits = exchangeLimits;
        this.kept = new ByteArrayOutputStream(Math.min(2_048, exchangeLimits.keep()));
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
        var content = entity.getContent();
        var some = new byte[Math.min(AT_ONCE, exchangeLimits.read())];
        while (read < exchangeLimits.read()) {
            var count = content.read(some, 0, Math.min(some.length, exchangeLimits.read() - read));
            if (count < 0) {
                return End.WHOLE;
            }
            read += count;
            kept.write(some, 0, Math.min(count, exchangeLimits.keep() - kept.size()));
        }
        return End.TOO_LONG;
    }

    Bytes bytes() {
        return Bytes.of(kept.toByteArray());
    }

    /** A character cut through at the end is left out; what is no UTF-8, and NUL, which no database takes, is replaced. */
    String text() {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        var text = CharBuffer.allocate(kept.size());
        decoder.decode(ByteBuffer.wrap(kept.toByteArray()), text, read <= kept.size());
        return text.flip().toString().replace('\0', REPLACED);
    }
}
