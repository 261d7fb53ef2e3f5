package iq.sendy.platform.web;

import iq.sendy.platform.api.AnswerSender;
import iq.sendy.platform.api.ContentCodings;
import iq.sendy.platform.api.PublicController;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.api.ShowsSecret;
import iq.sendy.platform.compute.ComputeKind;
import iq.sendy.platform.compute.ComputePool;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.zip.Deflater;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.WebUtils;

/**
 * Sends answers packed to who reads gzip, from a length on where that saves a packet. Long ones are packed by the pool, at
 * their caller's expense; a caller who has spent its minute, or comes in a crowd, gets the same bytes unpacked. Answers with a
 * secret in them are never packed: decision 34.
 */
@Component
class PackedAnswers implements AnswerSender {

    /** What is shorter goes in two packets anyway. */
    static final int SHORTEST = 2 << 10;

    /** Up to here packing takes about a millisecond, which the request's own thread may have. */
    static final int LONG = 64 << 10;

    private final ComputePool compute;

    PackedAnswers(ComputePool compute) {
        this.compute = compute;
    }

    @Override
    public void send(HttpServletRequest request, HttpServletResponse response, byte[] body) throws IOException {
        var packs = body.length >= SHORTEST && !isKept(response) && !holdsSecrets(request);
        if (packs) {
            response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        }
        if (packs && ContentCodings.readsGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING))) {
            write(response, packed(response, body));
            return;
        }
        write(response, body);
    }

    /** What is held back for its key is packed when it leaves; Spring hands on a wrapper of its own. */
    private static boolean isKept(HttpServletResponse response) {
        return WebUtils.getNativeResponse(response, BufferedAnswer.class) != null;
    }

    private byte[] packed(HttpServletResponse response, byte[] body) {
        byte[] packed;
        try {
            packed = body.length <= LONG
                    ? ContentCodings.gzipQuickly(body)
                    : compute.run(ComputeKind.PACKING, () -> ContentCodings.gzipQuickly(body));
        } catch (RequestRejected busy) {
            return body;
        }
        response.setHeader(HttpHeaders.CONTENT_ENCODING, ContentCodings.GZIP);
        return packed;
    }

    private static void write(HttpServletResponse response, byte[] body) throws IOException {
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** By what the operation declares: whoever signs in, makes a key or rotates a secret is shown one. */
    private static boolean holdsSecrets(HttpServletRequest request) {
        if (!(request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE)
                instanceof HandlerMethod operation)) {
            return false;
        }
        var controller = AnnotatedElementUtils.findMergedAnnotation(operation.getBeanType(), PublicController.class);
        return operation.hasMethodAnnotation(ShowsSecret.class)
                || (controller != null && controller.holdsCredentials());
    }

    /** For what is packed once and sent often. */
    static byte[] packedWell(byte[] body) {
        return ContentCodings.gzip(body, Deflater.BEST_COMPRESSION);
    }
}
