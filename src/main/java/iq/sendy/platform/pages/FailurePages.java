package iq.sendy.platform.pages;

import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.FailurePage;
import iq.sendy.platform.api.Violation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/** What went wrong, in the reader's language and with the status that a program would get. */
@Component
class FailurePages implements FailurePage {

    private static final Logger LOG = LoggerFactory.getLogger(FailurePages.class);

    private static final FailureFace.Shown COMMON = new FailureFace.Shown("pages/failure", Map.of());

    private final ITemplateEngine templates;
    private final MessageSource words;
    private final PageLanguages languages;
    private final Assets assets;
    private final List<FailureFace> faces;

    FailurePages(
            ITemplateEngine templates,
            MessageSource words,
            PageLanguages languages,
            Assets assets,
            List<FailureFace> faces) {
        this.templates = templates;
        this.words = words;
        this.languages = languages;
        this.assets = assets;
        this.faces = List.copyOf(faces);
    }

    @Override
    public boolean write(
            HttpServletRequest request, HttpServletResponse response, Answer<?> answer, @Nullable String traceId)
            throws IOException {
        var language = languages.of(request);
        byte[] html;
        try {
            html = page(request, response, language, answer, traceId).getBytes(StandardCharsets.UTF_8);
        } catch (RuntimeException broken) {
            LOG.error("The page of a failure could not be made", broken);
            return false;
        }
        response.setStatus(answer.status().value());
        answer.headers().forEach(response::setHeader);
        PagePolicy.on(request, response, language);
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(html.length);
        response.getOutputStream().write(html);
        return true;
    }

    private String page(
            HttpServletRequest request,
            HttpServletResponse response,
            PageLanguage language,
            Answer<?> answer,
            @Nullable String traceId) {
        var violation = answer.faults().getFirst();
        var kind = kind(violation, answer, language.locale());
        var model = new HashMap<String, Object>(Map.of(
                "page", new PageFrame(language, List.of(), assets),
                "title", text("failure." + kind + ".title", language, List.of()),
                "text", text("failure." + kind + ".text", language, arguments(violation, answer))));
        if (traceId != null) {
            model.put("trace", traceId);
        }
        var face = faces.stream()
                .flatMap(each -> each.of(request, answer).stream())
                .findFirst()
                .orElse(COMMON);
        model.putAll(face.model());
        var exchange = JakartaServletWebApplication.buildApplication(request.getServletContext())
                .buildExchange(request, response);
        return templates.process(face.template(), new WebContext(exchange, language.locale(), model));
    }

    /** By the code where it has words of its own, else by the status. */
    private String kind(Violation violation, Answer<?> answer, Locale language) {
        for (var kind :
                List.of(violation.code(), Integer.toString(answer.status().value()))) {
            var title = words.getMessage("failure." + kind + ".title", null, "", language);
            if (title != null && !title.isEmpty()) {
                return kind;
            }
        }
        return answer.status().is5xxServerError() ? "500" : "400";
    }

    private static List<String> arguments(Violation violation, Answer<?> answer) {
        var wait = answer.headers().get(HttpHeaders.RETRY_AFTER);
        return wait == null ? violation.arguments() : List.of(wait);
    }

    private String text(String key, PageLanguage language, List<String> arguments) {
        return Objects.requireNonNull(words.getMessage(key, arguments.toArray(), language.locale()));
    }
}
