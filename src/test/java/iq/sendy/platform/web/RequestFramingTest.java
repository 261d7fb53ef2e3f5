package iq.sendy.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.platform.web.RequestFraming.Phase;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where requests begin and end, in whatever pieces they come. */
class RequestFramingTest {

    private static final String GET = "GET /x HTTP/1.1\r\nHost: x\r\n\r\n";

    private final RequestFraming framing = new RequestFraming();
    private long now;

    @ParameterizedTest
    @ValueSource(
            strings = {
                GET,
                "\r\n\r\n" + GET,
                GET + GET,
                "POST /x HTTP/1.1\r\nContent-Length: 5\r\n\r\nhello" + GET,
                "POST /x HTTP/1.1\r\ncontent-length:0\r\n\r\n" + GET,
                "POST /x HTTP/1.1\r\nX-Content-Length: 900\r\nContent-LengthX: 900\r\n\r\n" + GET,
                "POST /x HTTP/1.1\r\nContent-Length: 4\r\n\r\n\n\r\n " + GET,
                "POST /x HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nA;x=\"y\"\r\n0123456789\r\n0\r\n\r\n"
                        + GET,
                "POST /x HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nTrailer: 5\r\nOther: 6\r\n\r\n" + GET
            })
    void a_whole_request_leaves_the_connection_at_rest(String requests) {
        for (var piece = 1; piece <= requests.length(); piece++) {
            framing.reset(0);
            for (var at = 0; at < requests.length(); at += piece) {
                take(requests.substring(at, Math.min(requests.length(), at + piece)));
            }
            assertThat(framing.phase()).as(requests + piece).isEqualTo(Phase.IDLE);
            assertThat(framing.ambiguous()).isFalse();
        }
    }

    @Test
    void a_phase_is_as_old_as_its_first_byte() {
        take("GET /x");
        take(" HTTP/1.1\r\n");
        assertThat(framing.phase()).isEqualTo(Phase.HEAD);
        assertThat(framing.since()).isEqualTo(1);

        take("Content-Length: 10\r\n\r\n12345");
        take("678");
        assertThat(framing.phase()).isEqualTo(Phase.BODY);
        assertThat(framing.since()).isEqualTo(3);

        take("90");
        assertThat(framing.phase()).isEqualTo(Phase.IDLE);
        take("\r");
        assertThat(framing.phase()).isEqualTo(Phase.HEAD);
        assertThat(framing.since()).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /x HTTP/1.1\nHost: x\r\n",
                "GET /x HTTP/1.1\r\nHost: x\n\r\n",
                "GET /x HTTP/1.1\r\nHost: x\r\n\n",
                "GET /x HTTP/1.1\rHost: x\r\n\n",
                "\nGET /x HTTP/1.1\r\n",
                "GET /x HTTP/1.1\r\nX: a\r\n b\r\n\r\n",
                "GET /x HTTP/1.1\r\n X: a\r\n\r\n",
                "POST /x HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
                "POST /x HTTP/1.1\r\nTransfer-Encoding: chunked\r\nCONTENT-LENGTH: 1\r\n\r\n",
                "POST /x HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\n"
            })
    void a_head_that_can_be_read_in_two_ways_is_known_as_such(String head) {
        take(head);
        assertThat(framing.ambiguous()).isTrue();
    }

    @Test
    void a_length_beyond_all_numbers_is_waited_for_and_not_taken_for_none() {
        take("POST /x HTTP/1.1\r\nContent-Length: " + "9".repeat(400) + "\r\n\r\n");
        assertThat(framing.phase()).isEqualTo(Phase.BODY);
        framing.reset(0);
        take("POST /x HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n" + "f".repeat(400) + "\r\n");
        assertThat(framing.phase()).isEqualTo(Phase.BODY);
    }

    private void take(String bytes) {
        var buffer = ByteBuffer.wrap(("##" + bytes).getBytes(StandardCharsets.ISO_8859_1));
        framing.take(buffer, 2, buffer.limit(), ++now);
    }
}
