package iq.sendy.platform.api;

import iq.sendy.kernel.Bytes;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;

/**
 * File as an answer: one that browsers show, programs print, and no cache keeps.
 *
 * @param name with its ending
 * @param language of what is written in it
 */
public record InlineFile(String name, String mediaType, String language, Bytes content) {

    public void send(HttpServletResponse response) throws IOException {
        response.setContentType(mediaType);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + "\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language);
        response.setContentLength(content.length());
        response.getOutputStream().write(content.toArray());
    }
}
