package iq.sendy.platform.web;

import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.AnswerWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What a program is told at the address alone; a browser is shown a page there. */
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
        writer.write(request, response, Answer.ok("home", new Home("Sendy", "/docs", "/openapi.json")));
    }
}
