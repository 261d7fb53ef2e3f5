package iq.sendy.fakes;

import iq.sendy.Waiting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What a {@link FakeGraph} does with a call, after it has read it. */
@FunctionalInterface
public interface GraphManner {

    /**
     * Answers a call.
     *
     * @param usual what Meta would answer to it
     */
    void meet(Visit visit, GraphAnswer usual) throws IOException, InterruptedException;

    /** As Meta answers: what is wrong with the call, or that it is accepted. */
    static GraphManner accepts() {
        return (visit, usual) -> visit.send(usual.bytes());
    }

    /** Accepted under that id; a call that Meta would refuse is refused. */
    static GraphManner acceptsAs(String id) {
        return (visit, usual) -> visit.send(usual.as(id).bytes());
    }

    /** A refusal in Meta's shape. */
    static GraphManner refuses(int status, int code, String message) {
        return answers(status, GraphAnswer.error(code, null, message));
    }

    static GraphManner refuses(int status, int code, int subcode, String message) {
        return answers(status, GraphAnswer.error(code, subcode, message));
    }

    /** Any status with any body, and headers such as {@code Retry-After: 7}. */
    static GraphManner answers(int status, String body, String... headers) {
        return (visit, _) -> visit.send(new GraphAnswer(status, body).bytes(headers));
    }

    /** Trouble of Meta's own, without a word that is JSON. */
    static GraphManner fails(int status) {
        return answers(status, "<html><body>Sorry, something went wrong.</body></html>", "Content-Type: text/html");
    }

    /** Takes the call and never says a word, until the other side leaves. */
    static GraphManner hangs() {
        return (visit, _) -> visit.untilLeft();
    }

    /** Takes the call and tears the connection. */
    static GraphManner resets() {
        return (visit, _) -> visit.reset();
    }

    /** Accepts, and the connection ends in the middle of the answer. */
    static GraphManner cutsItsAnswer() {
        return (visit, usual) -> {
            var whole = usual.bytes();
            visit.send(Arrays.copyOf(whole, whole.length - 12));
            visit.reset();
        };
    }

    /** Says as it is told, byte by byte, and closes. */
    static GraphManner says(String bytes) {
        return (visit, _) -> {
            visit.send(bytes.getBytes(StandardCharsets.UTF_8));
            visit.leave();
        };
    }

    /** Answers as usual after the test has released it. */
    static Held held() {
        return new Held();
    }

    /** A call that waits at Meta until the test lets it go on. */
    final class Held implements GraphManner {

        private final CountDownLatch arrived = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);

        private Held() {}

        @Override
        public void meet(Visit visit, GraphAnswer usual) throws IOException, InterruptedException {
            arrived.countDown();
            if (!released.await(1, TimeUnit.MINUTES)) {
                throw new IOException("Nobody released it");
            }
            visit.send(usual.bytes());
        }

        /** Waits until the call is there. */
        public void awaitArrival() throws InterruptedException {
            awaitArrival(Waiting.PATIENCE);
        }

        public void awaitArrival(Duration atMost) throws InterruptedException {
            if (!arrived.await(atMost.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("Nothing came within " + atMost.toSeconds() + " seconds");
            }
        }

        public void release() {
            released.countDown();
        }
    }
}
