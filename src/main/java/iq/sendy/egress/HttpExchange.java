package iq.sendy.egress;

import iq.sendy.kernel.Bytes;
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

/** One request over one connection: said, heard as far as the limits go, and the connection kept or cut off. */
final class HttpExchange {

    /** 100 and 103 come before an answer, but not for ever. */
    private static final int MOST_HINTS = 8;

    /** What is said: a GET has no body. */
    record Said(
            String method,
            Map<String, String> headers,
            @Nullable Bytes body) {}

    /** What was heard, up to the moment at which the head was there. */
    record Heard(ReplyHead head, BodyHead body, BodyHead.End end, ExchangeTiming timing) {}

    private final ConnectionPool connectionPool;
    private final Deadline deadline;
    private final Connection connection;

    HttpExchange(ConnectionPool connectionPool, Deadline deadline, Connection connection) {
        this.connectionPool = connectionPool;
        this.deadline = deadline;
        this.connection = connection;
    }

    Heard send(Target target, Said said) throws ExchangeFailure {
        var whole = false;
        try {
            var request = request(target, said);
            // A process that was frozen since the connection stood wakes here; the clock is faster than the rope.
            deadline.left();
            say(request);
            var response = head();
            var exchangeTiming = deadline.timing();
            var start = new BodyHead(deadline.limits());
            var end = start.read(connection.wire(), said.method(), response);
            whole = end == BodyHead.End.WHOLE
                    && DefaultConnectionReuseStrategy.INSTANCE.keepAlive(request, response, HttpCoreContext.create());
            return new Heard(ReplyHead.of(response), start, end, exchangeTiming);
        } finally {
            // What is left of a body is not drained: that would be work for whoever sends without end.
            if (deadline.letGo() && whole) {
                connectionPool.keep(connection);
            } else {
                connection.abort();
            }
        }
    }

    private static ClassicHttpRequest request(Target target, Said said) {
        var request = new BasicClassicHttpRequest(said.method(), target.path());
        request.setHeader("Host", target.authority());
        said.headers().forEach(request::setHeader);
        var body = said.body();
        if (body != null) {
            request.setHeader("Content-Length", body.length());
            request.setEntity(new ByteArrayEntity(body.toArray(), null));
        }
        return request;
    }

    private void say(ClassicHttpRequest request) throws ExchangeFailure {
        var wire = connection.wire();
        var before = wire.getEndpointDetails().getSentBytesCount();
        try {
            wire.sendRequestHeader(request);
            // Up to here it stands in a buffer of 8 KiB.
            deadline.sendsFirstByte();
            if (request.getEntity() != null) {
                wire.sendRequestEntity(request);
            }
            wire.flush();
        } catch (IOException | HttpException broken) {
            var nothing = wire.getEndpointDetails().getSentBytesCount() == before;
            if (nothing) {
                deadline.sentNothing();
            }
            throw deadline.failure(nothing && !connection.isUsed() ? ErrorClass.CONNECT : ErrorClass.RESET, broken);
        }
    }

    private ClassicHttpResponse head() throws ExchangeFailure {
        try {
            for (var hints = 0; hints <= MOST_HINTS; hints++) {
                var response = connection.wire().receiveResponseHeader();
                if (response.getCode() >= 200) {
                    return response;
                }
            }
            throw new ExchangeFailure(ErrorClass.RESET, "hints without end");
        } catch (IOException | HttpException broken) {
            throw deadline.failure(ErrorClass.RESET, broken);
        }
    }
}
