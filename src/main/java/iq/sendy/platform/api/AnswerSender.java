package iq.sendy.platform.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Sending of a response: the finished bytes leave as they are, or packed. */
public interface AnswerSender {

    /** Sends the whole body; the status and all other headers are set. */
    void send(HttpServletRequest request, HttpServletResponse response, byte[] body) throws IOException;
}
