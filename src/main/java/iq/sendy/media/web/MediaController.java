package iq.sendy.media.web;

import iq.sendy.media.DocumentPath;
import iq.sendy.media.Documents;
import iq.sendy.media.ImagePath;
import iq.sendy.media.ImageType;
import iq.sendy.media.Images;
import iq.sendy.media.Rendition;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.PublicController;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.api.SlicedBody;
import iq.sendy.platform.body.BodyMemoryBudget;
import iq.sendy.platform.body.QueryValues;
import iq.sendy.platform.tenancy.CurrentTenant;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * The pictures and documents themselves. They are no operations of the API, need no credential and are not counted against the visitor's
 * limit: a page shows forty of them at once, and browsers keep what never changes.
 */
@PublicController(value = "/media", counted = false)
class MediaController {

    private static final Pattern WIDTH = Pattern.compile("[1-9][0-9]{0,4}");
    private static final Pattern TAG = Pattern.compile("\"w([1-9][0-9]{0,4})\"");

    private final Images images;
    private final Documents documents;

    MediaController(Images images, Documents documents) {
        this.images = images;
        this.documents = documents;
    }

    @GetMapping("/{store}/{file}")
    @Describes(
            "A document, or a picture, with ?w= at least so wide if it is kept so wide; a width that cannot be read gives the largest")
    void show(
            @PathVariable String store,
            @PathVariable String file,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var owner = ImagePath.store(store).orElseThrow(RequestRejected::notFound);
        var document = DocumentPath.of(owner, file);
        if (document.isPresent()) {
            send(document.get(), request, response);
            return;
        }
        var path = ImagePath.of(owner, file).orElseThrow(RequestRejected::notFound);
        var width = width(QueryValues.of(request, "w"));
        var known = known(request.getHeader(HttpHeaders.IF_NONE_MATCH));
        var picture =
                CurrentTenant.in(owner, () -> images.find(path, width, known)).orElseThrow(RequestRejected::notFound);
        send(picture, path.type(), request, response);
    }

    /** A browser saves it and shows nothing of it: nobody knows what is in it. */
    private void send(DocumentPath path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var document =
                CurrentTenant.in(path.store(), () -> documents.find(path)).orElseThrow(RequestRejected::notFound);
        var sends = !HttpMethod.HEAD.matches(request.getMethod());
        if (sends) {
            BodyMemoryBudget.claim(request, Documents.SLICE);
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable");
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(document.fileName(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        // The address names the document, which never changes.
        if (new ServletWebRequest(request, response).checkNotModified("\"document\"")) {
            return;
        }
        response.setContentType(MediaType.APPLICATION_PDF_VALUE);
        response.setContentLength(document.size());
        if (sends) {
            SlicedBody.send(
                    (at, length) -> CurrentTenant.in(path.store(), () -> documents.slice(path, at, length)),
                    0,
                    document.size(),
                    Documents.SLICE,
                    response.getOutputStream());
        }
    }

    private static void send(
            Rendition picture, ImageType type, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable");
        // Were it taken for a page after all, it could do nothing; and pages of other origins may show it.
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        // The address names the picture, so the tag need only say which of its sizes this is.
        if (new ServletWebRequest(request, response).checkNotModified("\"w" + picture.width() + "\"")) {
            return;
        }
        response.setContentType(type.mediaType());
        response.setContentLength(picture.body().length());
        response.getOutputStream().write(picture.body().toArray());
    }

    private static int width(List<String> asked) {
        return asked.size() == 1 && WIDTH.matcher(asked.getFirst()).matches()
                ? Integer.parseInt(asked.getFirst())
                : Integer.MAX_VALUE;
    }

    /** The size that a browser has, when it names just one; otherwise the bytes are fetched and then compared. */
    private static int known(@Nullable String tags) {
        var matcher = TAG.matcher(tags == null ? "" : tags);
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }
}
