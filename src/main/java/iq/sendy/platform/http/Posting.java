package iq.sendy.platform.http;

import iq.sendy.kernel.Bytes;
import iq.sendy.platform.http.Outcome.Answered;
import java.io.IOException;
import java.util.Map;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.jspecify.annotations.Nullable;

/** One POST over one connection: said, heard as far as the limits go, and the connection kept or cut off. */
final class Posting {

    /** 100 and 103 come before an answer, but not for ever. */
    private static final int MOST_HINTS = 8;

    private static final int LONGEST_RETRY_AFTER = 64;

    private final Links links;
    private final Exchange exchange;
    private final Link link;

    Posting(Links links, Exchange exchange, Link link) {
        this.links = links;
        this.exchange = exchange;
        this.link = link;
    }

    Outcome send(Target target, Map<String, String> headers, Bytes body) throws Failure {
        var whole = false;
        try {
            var request = request(target, headers, body);
            // A process that was frozen since the connection stood wakes here; the clock is faster than the rope.
            exchange.left();
            say(request);
            var response = head();
            var timing = exchange.timing();
            var start = new BodyHead(exchange.limits());
            whole = start.read(link.wire(), response)
                    && DefaultConnectionReuseStrategy.INSTANCE.keepAlive(request, response, HttpCoreContext.create());
            return new Answered(response.getCode(), retryAfter(response), start.text(), timing);
        } finally {
            // What is left of a body is not drained: that would be work for whoever sends without end.
            if (exchange.letGo() && whole) {
                links.keep(link);
            } else {
                link.abort();
            }
        }
    }

    private static ClassicHttpRequest request(Target target, Map<String, String> headers, Bytes body) {
        var request = new BasicClassicHttpRequest("POST", target.path());
        request.setHeader("Host", target.authority());
        headers.forEach(request::setHeader);
        request.setHeader("Content-Length", body.length());
        request.setEntity(new ByteArrayEntity(body.toArray(), null));
        return request;
    }

    private void say(ClassicHttpRequest request) throws Failure {
        var wire = link.wire();
        var before = wire.getEndpointDetails().getSentBytesCount();
        try {
            wire.sendRequestHeader(request);
            // Up to here it stands in a buffer of 8 KiB.
            exchange.sendsFirstByte();
            wire.sendRequestEntity(request);
            wire.flush();
        } catch (IOException | HttpException broken) {
            var nothing = wire.getEndpointDetails().getSentBytesCount() == before;
            if (nothing) {
                exchange.sentNothing();
            }
            throw exchange.failure(nothing && !link.isUsed() ? ErrorClass.CONNECT : ErrorClass.RESET, broken);
        }
    }

    private ClassicHttpResponse head() throws Failure {
        try {
            for (var hints = 0; hints <= MOST_HINTS; hints++) {
                var response = link.wire().receiveResponseHeader();
                if (response.getCode() >= 200) {
                    return response;
                }
            }
            throw new Failure(ErrorClass.RESET, "hints without end");
        } catch (IOException | HttpException broken) {
            throw exchange.failure(ErrorClass.RESET, broken);
        }
    }

    private static @Nullable String retryAfter(ClassicHttpResponse response) {
        var header = response.getFirstHeader("Retry-After");
        var value = header == null ? null : header.getValue();
        return value == null || value.length() > LONGEST_RETRY_AFTER ? null : value;
    }
}
