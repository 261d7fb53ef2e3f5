package iq.sendy.platform.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.http11.AbstractHttp11Protocol;

/**
 * Closes behind the answer where more of the body was announced than would be read away. Tomcat reads as much of it as it
 * allows before it closes; what is short is read, since whoever still sends when we close may lose the answer.
 */
final class UnreadBodies extends ValveBase {

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        var coyote = request.getCoyoteRequest();
        if (request.getConnector().getProtocolHandler() instanceof AbstractHttp11Protocol<?> http
                && coyote.getContentLengthLong() - coyote.getBytesRead() > http.getMaxSwallowSize()) {
            coyote.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }
}
