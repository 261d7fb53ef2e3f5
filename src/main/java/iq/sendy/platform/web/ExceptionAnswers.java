package iq.sendy.platform.web;

import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.AnswerWriter;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.limits.LimitMeters;
import iq.sendy.platform.tenancy.CommitUnknown;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingPathVariableException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.UriUtils;

/**
 * Exception handler of the API and the pages. The one place where an exception becomes an answer. What is not named here is ours, and
 * a 500.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ExceptionAnswers implements HandlerExceptionResolver {

    private static final Logger LOG = LoggerFactory.getLogger(ExceptionAnswers.class);

    private static final Pattern NAME = Pattern.compile("[A-Za-z_]{1,40}");

    private final AnswerWriter writer;
    private final LimitMeters limits;

    ExceptionAnswers(AnswerWriter writer, LimitMeters limits) {
        this.writer = writer;
        this.limits = limits;
    }

    @Override
    public ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failed) {
        try {
            answer(request, response, failed);
        } catch (IOException gone) {
            LOG.debug("The caller left before its answer", gone);
        }
        return new ModelAndView();
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Exception failed) throws IOException {
        switch (failed) {
            case RequestRejected busy
            when busy.status().is5xxServerError() ->
                writer.writeTrouble(
                        request,
                        response,
                        new Answer<>(
                                busy.status(), busy.faults().getFirst().code(), null, busy.faults(), busy.headers()),
                        RequestLog.traceOf(request));
            case RequestRejected requestRejected -> {
                if (requestRejected.status() == HttpStatus.TOO_MANY_REQUESTS) {
                    // Requests are counted before the controllers: in here it was work or memory that ran out.
                    limits.refused(LimitMeters.Limit.WORK);
                }
                writer.write(request, response, requestRejected);
            }
            // An id of blanks is read as none, and is as malformed as any other.
            case MissingPathVariableException _ -> writer.write(request, response, RequestRejected.notFound());
            case MethodArgumentTypeMismatchException _ -> writer.write(request, response, RequestRejected.notFound());
            case NoResourceFoundException _ -> noRoute(request, response);
            case NoHandlerFoundException _ -> noRoute(request, response);
            case HttpRequestMethodNotSupportedException wrong -> writer.write(request, response, methodUnknown(wrong));
            case InvalidParameterException _ ->
                writer.write(request, response, new RequestRejected(HttpStatus.BAD_REQUEST, unreadable(request)));
            case HttpMediaTypeNotSupportedException _ ->
                writer.write(
                        request,
                        response,
                        new RequestRejected(
                                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                                Violation.of("body.media_type", "application/json")));
            case HttpMessageNotReadableException _ ->
                writer.write(
                        request, response, new RequestRejected(HttpStatus.BAD_REQUEST, Violation.of("json.malformed")));
            case ErrorResponse known
            when known.getStatusCode().is4xxClientError() ->
                writer.write(
                        request,
                        response,
                        new RequestRejected(HttpStatus.BAD_REQUEST, Violation.of("request.malformed")));
            case AsyncRequestNotUsableException _ -> LOG.debug("The caller left", failed);
            case ServiceBusy serviceBusy ->
                trouble(request, response, HttpStatus.SERVICE_UNAVAILABLE, "server.busy", serviceBusy);
            case CannotCreateTransactionException busy ->
                trouble(request, response, HttpStatus.SERVICE_UNAVAILABLE, "server.busy", busy);
            case DataAccessResourceFailureException lost ->
                trouble(request, response, HttpStatus.SERVICE_UNAVAILABLE, "server.busy", lost);
            // Slow, or waited for a lock in vain: what was done is taken back.
            case TransientDataAccessException passing ->
                trouble(request, response, HttpStatus.SERVICE_UNAVAILABLE, "server.busy", passing);
            case CommitUnknown unknown ->
                trouble(request, response, HttpStatus.SERVICE_UNAVAILABLE, "commit.unknown", unknown);
            default -> trouble(request, response, HttpStatus.INTERNAL_SERVER_ERROR, "server.error", failed);
        }
    }

    private void trouble(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, String code, Exception failed)
            throws IOException {
        if (status == HttpStatus.INTERNAL_SERVER_ERROR) {
            LOG.error("A request failed", failed);
        } else {
            // The cause alone: with the statement, a full disk would be filled by what is said of it.
            LOG.warn(
                    "A request could not be served: {}",
                    NestedExceptionUtils.getMostSpecificCause(failed).toString());
        }
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        Map<String, String> headers =
                status == HttpStatus.SERVICE_UNAVAILABLE ? Map.of(HttpHeaders.RETRY_AFTER, "1") : Map.of();
        writer.writeTrouble(
                request,
                response,
                new Answer<>(status, code, null, List.of(Violation.of(code)), headers),
                RequestLog.traceOf(request));
    }

    /** Tomcat does not say which parameter it could not decode. */
    private static Violation unreadable(HttpServletRequest request) {
        for (var pair : Objects.requireNonNullElse(request.getQueryString(), "").split("&", -1)) {
            var name = pair.split("=", 2)[0];
            if (NAME.matcher(name).matches() && !decodes(pair)) {
                return switch (name.toLowerCase(Locale.ROOT)) {
                    case "page", "per_page", "pagesize" -> Violation.at(name, "paging.invalid");
                    case "cursor" -> Violation.at(name, "cursor.invalid");
                    default -> Violation.at(name, "filter.invalid", name);
                };
            }
        }
        return Violation.of("request.malformed");
    }

    private static boolean decodes(String pair) {
        try {
            return UriUtils.decode(pair, StandardCharsets.UTF_8).indexOf('\uFFFD') < 0;
        } catch (IllegalArgumentException incomplete) {
            return false;
        }
    }

    private void noRoute(HttpServletRequest request, HttpServletResponse response) throws IOException {
        writer.write(request, response, new RequestRejected(HttpStatus.NOT_FOUND, Violation.of("route.not_found")));
        // Sent now: to OPTIONS the servlet would still add the methods it knows itself.
        response.flushBuffer();
    }

    private static RequestRejected methodUnknown(HttpRequestMethodNotSupportedException wrong) {
        Set<String> allowed = Objects.requireNonNullElse(
                        wrong.getSupportedHttpMethods(), Set.<org.springframework.http.HttpMethod>of())
                .stream()
                .map(Object::toString)
                .collect(Collectors.toCollection(java.util.TreeSet::new));
        if (allowed.contains("GET")) {
            allowed.add("HEAD");
        }
        allowed.add("OPTIONS");
        return new RequestRejected(
                HttpStatus.METHOD_NOT_ALLOWED,
                List.of(Violation.of("method.not_allowed")),
                Map.of(HttpHeaders.ALLOW, String.join(", ", allowed)));
    }
}
