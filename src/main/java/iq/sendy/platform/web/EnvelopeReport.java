package iq.sendy.platform.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The envelope for what Tomcat refuses before Sendy sees it: a request line or header that cannot be read. Tomcat makes it
 * by its name, hence public.
 */
public class EnvelopeReport extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(EnvelopeReport.class);

    /** Whoever sends such a one has most often typed Arabic letters or a blank into an address. */
    private static final String TARGET =
            "The address in the request cannot be read: percent-encode blanks and all but plain letters, as in ?q=%D9%88";

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failed) {
        var status = unknownToTomcat(response.getStatus()) ? 400 : response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        RequestLog.unreadable(request, status);
        var open = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, open);
        if (!open.get()) {
            return;
        }
        try {
            var message = unreadableTarget(request, failed) ? TARGET : message(status);
            var body = envelope(status, message).getBytes(StandardCharsets.UTF_8);
            response.setStatus(status);
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("Content-Language", "en");
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setContentType("application/json");
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException gone) {
            LOG.debug("The caller left before its answer", gone);
        }
    }

    /** A version, a coding or a method that is none of HTTP/1.1's: Tomcat takes the blame, and it is the caller's. */
    static boolean unknownToTomcat(int status) {
        return status == 501 || status == 505;
    }

    /** The request line has a method and no address: it was given up in between. */
    private static boolean unreadableTarget(Request request, @Nullable Throwable failed) {
        return failed instanceof IllegalArgumentException
                && request.getMethod() != null
                && request.getRequestURI() == null;
    }

    private static String message(int status) {
        if (status >= 500) {
            return "Something went wrong on our side";
        }
        return status == 404 ? "There is nothing at this path" : "The request cannot be read";
    }

    private static String code(int status) {
        if (status >= 500) {
            return "server.error";
        }
        return status == 404 ? "route.not_found" : "request.malformed";
    }

    private static String envelope(int status, String message) {
        var code = code(status);
        return """
                {"success":false,"code":%s,"message":"%s","data":null,\
                "errors":[{"field":null,"code":"%s","message":"%s"}]}""".formatted(status, message, code, message);
    }
}
