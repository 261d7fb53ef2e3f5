package iq.sendy.platform.web;

import iq.sendy.platform.api.AnswerSender;
import iq.sendy.platform.idempotency.KeptAnswers.Claim;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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

    String type() {
        var type = getContentType();
        return type == null ? "" : type;
    }

    void replay(Claim.Replay kept) throws IOException {
        resetBuffer();
        setStatus(kept.status());
        setContentType(kept.contentType());
        setHeader("Idempotency-Replayed", "true");
        setHeader("Cache-Control", "no-store");
        setContentLength(kept.body().length());
        getOutputStream().write(kept.body().toArray());
    }

    /** What was kept is the answer's own bytes; packed are only those that leave. */
    void send(HttpServletRequest request, AnswerSender sender) throws IOException {
        if (type().startsWith(MediaType.APPLICATION_JSON_VALUE)) {
            sender.send(request, (HttpServletResponse) getResponse(), bytes());
            return;
        }
        copyBodyToResponse();
    }
}
