package iq.sendy.messaging.web;

import iq.sendy.messaging.MediaContents;
import iq.sendy.messaging.MediaKind;
import iq.sendy.messaging.StoredMedium;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.api.SlicedBody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * The pictures, sounds, films and documents of conversations. They come from strangers: a browser shows what was drawn anew
 * or only plays, and saves everything else.
 */
@Component
class MediumSending {

    private final MediaContents contents;

    MediumSending(MediaContents contents) {
        this.contents = contents;
    }

    /** Sends it, or the part of it that is asked for. */
    void show(UUID id, UUID mediaId, Caller caller, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var medium = contents.find(caller.store(), id, mediaId).orElseThrow(RequestRejected::notFound);
        head(medium, response);
        var range = range(request.getHeader(HttpHeaders.RANGE), medium.size());
        var from = range == null ? 0 : range.getRangeStart(medium.size());
        var to = range == null ? medium.size() - 1 : range.getRangeEnd(medium.size());
        if (range != null) {
            response.setStatus(HttpStatus.PARTIAL_CONTENT.value());
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes " + from + "-" + to + "/" + medium.size());
        }
        response.setContentType(medium.mediaType());
        response.setContentLengthLong(to - from + 1);
        if (!HttpMethod.HEAD.matches(request.getMethod())) {
            SlicedBody.send(
                    (at, length) -> contents.slice(caller.store(), medium.id(), at, length),
                    from,
                    to + 1,
                    MediaContents.SLICE,
                    response.getOutputStream());
        }
    }

    private static void head(StoredMedium medium, HttpServletResponse response) {
        var disposition =
                medium.kind() == MediaKind.DOCUMENT ? ContentDisposition.attachment() : ContentDisposition.inline();
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                disposition
                        .filename(MediumFileName.of(medium), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, max-age=300");
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        response.setHeader("X-Content-Type-Options", "nosniff");
        // Were it taken for a page after all, it could do nothing.
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    }

    /** One part, as players ask for it; who asks for several, or for none that there is, gets all. */
    private static @Nullable HttpRange range(@Nullable String asked, long size) {
        try {
            var ranges = asked == null ? List.<HttpRange>of() : HttpRange.parseRanges(asked);
            return ranges.size() == 1 && ranges.getFirst().getRangeStart(size) < size ? ranges.getFirst() : null;
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }
}
