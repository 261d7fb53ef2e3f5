package iq.sendy.platform.web;

import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.AnswerWriter;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.api.Violation;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What fails outside the controllers, in filters or in the container, is answered in the envelope as well. */
@Controller
class ContainerErrors implements ErrorController {

    private final AnswerWriter writer;

    ContainerErrors(AnswerWriter writer) {
        this.writer = writer;
    }

    @RequestMapping("${server.error.path:/error}")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status ? status : 404;
        var status = EnvelopeReport.unknownToTomcat(code) ? HttpStatus.BAD_REQUEST : HttpStatus.resolve(code);
        if (status == null || status.is5xxServerError()) {
            var trouble = new Answer<>(
                    HttpStatus.INTERNAL_SERVER_ERROR,
                    "server.error",
                    null,
                    List.of(Violation.of("server.error")),
                    Map.of());
            writer.writeTrouble(request, response, trouble, RequestLog.traceOf(request));
            return;
        }
        var fault = switch (status) {
            case NOT_FOUND -> "route.not_found";
            case METHOD_NOT_ALLOWED -> "method.not_allowed";
            default -> "request.malformed";
        };
        writer.write(request, response, new RequestRejected(status, Violation.of(fault)));
    }
}
