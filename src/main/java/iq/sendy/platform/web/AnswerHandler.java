package iq.sendy.platform.web;

import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.AnswerWriter;
import iq.sendy.platform.api.CachedResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Writes what a controller answers. */
@Component
class AnswerHandler implements HandlerMethodReturnValueHandler {

    private final AnswerWriter writer;
    private final ResponseCache lasting;

    AnswerHandler(AnswerWriter writer, ResponseCache lasting) {
        this.writer = writer;
        this.lasting = lasting;
    }

    @Override
    public boolean supportsReturnType(MethodParameter type) {
        return type.getParameterType() == Answer.class;
    }

    @Override
    public void handleReturnValue(
            @Nullable Object value, MethodParameter type, ModelAndViewContainer container, NativeWebRequest web)
            throws IOException {
        container.setRequestHandled(true);
        if (value == null) {
            // A file was sent instead.
            return;
        }
        var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        var response = Objects.requireNonNull(web.getNativeResponse(HttpServletResponse.class));
        var answer = (Answer<?>) value;
        var kept = type.getMethodAnnotation(CachedResponse.class);
        if (kept == null || !answer.faults().isEmpty()) {
            writer.write(request, response, answer);
            return;
        }
        lasting.write(request, response, answer, kept);
    }
}
