package iq.sendy.platform.web;

import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.AnswerWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What is at the address alone: a person is led to where something is to be seen, and a program is told what this is. */
@Controller
class HomeController {

    private final AnswerWriter writer;

    HomeController(AnswerWriter writer) {
        this.writer = writer;
    }

    /** Where a program goes on; the paths are of this server. */
    record Home(String name, String documentation, String openapi) {}

    @GetMapping("/")
    void home(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        if (wantsPage(request.getHeader(HttpHeaders.ACCEPT))) {
            response.setStatus(HttpStatus.FOUND.value());
            response.setHeader(HttpHeaders.LOCATION, "/docs");
            // There will be a page of its own one day, and a browser keeps what it may.
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            return;
        }
        writer.write(request, response, Answer.ok("home", new Home("Sendy", "/docs", "/openapi.json")));
    }

    private static boolean wantsPage(@Nullable String accepted) {
        return accepted != null && accepted.contains("text/html");
    }
}
