package iq.sendy.platform.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.AnswerWriter;
import iq.sendy.platform.api.Lasting;
import iq.sendy.platform.secrets.Digests;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;

/** Answers of {@link Lasting} operations as finished bytes, each with its strong entity tag. */
@Component
class LastingAnswers {

    private final AnswerWriter writer;

    /** Weak keys are compared by identity, which is what is meant: one object, one set of bytes. */
    private final Cache<Answer<?>, Map<Locale, Finished>> finished =
            Caffeine.newBuilder().weakKeys().maximumSize(1_000).build();

    LastingAnswers(AnswerWriter writer) {
        this.writer = writer;
    }

    void write(HttpServletRequest request, HttpServletResponse response, Answer<?> answer, Lasting lasting)
            throws IOException {
        var language = writer.language(request);
        var bytes = finished.get(answer, _ -> new ConcurrentHashMap<>())
                .computeIfAbsent(language, wanted -> new Finished(writer.bytes(answer, wanted)));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=" + lasting.seconds());
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, writer.tag(language));
        if ("*".equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setHeader(HttpHeaders.ETAG, bytes.tag);
            response.setStatus(HttpStatus.NOT_MODIFIED.value());
            return;
        }
        if (new ServletWebRequest(request, response).checkNotModified(bytes.tag)) {
            return;
        }
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(bytes.body.length);
        response.getOutputStream().write(bytes.body);
    }

    private static final class Finished {

        private final byte[] body;
        private final String tag;

        Finished(byte[] body) {
            this.body = body;
            var digest = Arrays.copyOf(Digests.sha256(body), 16);
            this.tag = '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(digest) + '"';
        }
    }
}
