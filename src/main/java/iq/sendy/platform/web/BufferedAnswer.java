package iq.sendy.platform.web;

import iq.sendy.platform.api.AnswerSender;
import iq.sendy.platform.idempotency.IdempotencyStore;
import iq.sendy.platform.idempotency.IdempotencyStore.KeyClaim;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Holds an answer back until the transaction it belongs to has committed. */
class BufferedAnswer extends ContentCachingResponseWrapper {

    BufferedAnswer(HttpServletResponse response) {
        super(response);
    }

    byte[] bytes() {
        return getContentAsByteArray();
    }

    /** What a repeat says again beside the bytes. */
    IdempotencyStore.Head head() {
        var type = getContentType();
        return new IdempotencyStore.Head(type == null ? "" : type, getHeader(HttpHeaders.CONTENT_LANGUAGE));
    }

    void replay(KeyClaim.Replay kept) throws IOException {
        resetBuffer();
        setStatus(kept.status());
        setContentType(kept.head().contentType());
        var language = kept.head().language();
        if (language != null) {
            setHeader(HttpHeaders.CONTENT_LANGUAGE, language);
        }
        setHeader("Idempotency-Replayed", "true");
        setHeader("Cache-Control", "no-store");
        setContentLength(kept.body().length());
        getOutputStream().write(kept.body().toArray());
    }

    /** What was kept is the answer's own bytes; packed are only those that leave. */
    void send(HttpServletRequest request, AnswerSender sender) throws IOException {
        if (head().contentType().startsWith(MediaType.APPLICATION_JSON_VALUE)) {
            sender.send(request, (HttpServletResponse) getResponse(), bytes());
            return;
        }
        copyBodyToResponse();
    }
}
