package iq.sendy.egress;

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

    private static final char REPLACED = '\uFFFD';

    private final ExchangeLimits exchangeLimits;
    private final ByteBuffer kept;
    private int read;

    BodyHead(ExchangeLimits exchangeLimits) {
        this.exchangeLimits = exchangeLimits;
        this.kept = ByteBuffer.allocate(exchangeLimits.keep());
    }

    /** Whether the body ended within the limits. A failure cuts it short and undoes nothing: the status is known. */
    boolean read(DefaultBHttpClientConnection wire, ClassicHttpResponse response) {
        try {
            if (!MessageSupport.canResponseHaveBody("POST", response)) {
                return true;
            }
            wire.receiveResponseEntity(response);
            return readEntity(response);
        } catch (IOException | HttpException broken) {
            return false;
        }
    }

    // Closing the stream would read to its end, which may never come.
    @SuppressWarnings("resource")
    private boolean readEntity(ClassicHttpResponse response) throws IOException {
        var entity = response.getEntity();
        if (entity == null) {
            return true;
        }
        var content = entity.getContent();
        var some = new byte[Math.min(2_048, exchangeLimits.read())];
        while (read < exchangeLimits.read()) {
            var count = content.read(some, 0, Math.min(some.length, exchangeLimits.read() - read));
            if (count < 0) {
                return true;
            }
            read += count;
            kept.put(some, 0, Math.min(count, kept.remaining()));
        }
        return false;
    }

    /** A character cut through at the end is left out; what is no UTF-8, and NUL, which no database takes, is replaced. */
    String text() {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        var text = CharBuffer.allocate(kept.position());
        var bytes = kept.duplicate().flip();
        decoder.decode(bytes, text, read <= kept.position());
        return text.flip().toString().replace('\0', REPLACED);
    }
}
