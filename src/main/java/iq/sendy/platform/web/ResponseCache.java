package iq.sendy.platform.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.AnswerWriter;
import iq.sendy.platform.api.CachedResponse;
import iq.sendy.platform.api.ContentCodings;
import iq.sendy.platform.secrets.Digests;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * Cache of finished responses. Answers of {@link CachedResponse} operations as finished bytes, each with its strong
 * entity tag.
 */
@Component
class ResponseCache {

    private final AnswerWriter writer;

    /** Weak keys are compared by identity, which is what is meant: one object, one set of bytes. */
    private final Cache<Answer<?>, Map<Locale, Finished>> finished =
            Caffeine.newBuilder().weakKeys().maximumSize(1_000).build();

    ResponseCache(AnswerWriter writer) {
        this.writer = writer;
    }

    void write(
            HttpServletRequest request, HttpServletResponse response, Answer<?> answer, CachedResponse cachedResponse)
            throws IOException {
        var language = writer.language(request);
        var bytes = finished.get(answer, _ -> new ConcurrentHashMap<>())
                .computeIfAbsent(language, wanted -> new Finished(writer.bytes(answer, wanted)));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=" + cachedResponse.seconds());
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, writer.tag(language));
        var packed = bytes.packed;
        if (packed != null) {
            response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        }
        var reads = ContentCodings.readsGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
        send(request, response, packed != null && reads ? packed : bytes.plain);
    }

    private static void send(HttpServletRequest request, HttpServletResponse response, Form form) throws IOException {
        if ("*".equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setHeader(HttpHeaders.ETAG, form.tag);
            response.setStatus(HttpStatus.NOT_MODIFIED.value());
            return;
        }
        if (new ServletWebRequest(request, response).checkNotModified(form.tag)) {
            return;
        }
        if (form.isPacked) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, ContentCodings.GZIP);
        }
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(form.body.length);
        response.getOutputStream().write(form.body);
    }

    /** One form of the bytes; another form is another representation, with a tag of its own. */
    private static final class Form {

        private final byte[] body;
        private final String tag;
        private final boolean isPacked;

        Form(byte[] body, String tag, boolean isPacked) {
            this.body = body;
            this.tag = tag;
            this.isPacked = isPacked;
        }
    }

    private static final class Finished {

        private final Form plain;
        private final @Nullable Form packed;

        Finished(byte[] body) {
            var digest = Arrays.copyOf(Digests.sha256(body), 16);
            var name = Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
            this.plain = new Form(body, '"' + name + '"', false);
            this.packed = body.length < PackedAnswers.SHORTEST
                    ? null
                    : new Form(PackedAnswers.packedWell(body), '"' + name + "-gzip\"", true);
        }
    }
}
