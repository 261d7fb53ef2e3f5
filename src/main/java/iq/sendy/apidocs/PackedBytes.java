package iq.sendy.apidocs;

import iq.sendy.platform.api.ContentCodings;
import iq.sendy.platform.secrets.Digests;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Bytes that are packed once, and sent so to whoever reads gzip. */
public final class PackedBytes {

    private final byte[] packed;
    private final byte[] plain;
    private final String tag;

    public PackedBytes(byte[] bytes) {
        plain = bytes;
        packed = ContentCodings.gzip(bytes);
        tag = HexFormat.of().formatHex(Arrays.copyOf(Digests.sha256(bytes), 12));
    }

    /** Names the bytes: others have another. */
    public String tag() {
        return tag;
    }

    /**
     * Answers the bytes, packed for who reads gzip.
     *
     * @param encodings what the request accepts
     */
    public ResponseEntity<byte[]> answer(MediaType type, Duration fresh, @Nullable String encodings) {
        var gzip = ContentCodings.readsGzip(encodings);
        var answer = ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.maxAge(fresh).cachePublic())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .eTag('"' + tag + (gzip ? "-gzip\"" : "\""));
        return gzip
                ? answer.header(HttpHeaders.CONTENT_ENCODING, ContentCodings.GZIP)
                        .body(packed)
                : answer.body(plain);
    }
}
