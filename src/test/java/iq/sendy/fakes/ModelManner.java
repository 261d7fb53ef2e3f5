package iq.sendy.fakes;

import iq.sendy.Waiting;
import iq.sendy.llm.ToolCall;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** What {@link FakeModels} do with a call, after they have read it. */
@FunctionalInterface
public interface ModelManner {

    /** Numbers the calls of tools, so that each has an id of its own. */
    AtomicLong IDS = new AtomicLong();

    void meet(Visit visit, ModelCall call) throws IOException, InterruptedException;

    /** Says a text, for 1,200 tokens in, of which 1,024 came from the cache, and 40 out. */
    static ModelManner says(String text) {
        return answers(new ModelAnswer(text, List.of(), 1_200, 1_024, 40, "stop"));
    }

    /** The same for other tokens. */
    static ModelManner says(String text, long input, long output) {
        return answers(new ModelAnswer(text, List.of(), input, 0, output, "stop"));
    }

    /** Calls a tool; arguments that are no JSON go as they are. */
    static ModelManner calls(String tool, String arguments) {
        return calls(new ToolCall("call_" + IDS.incrementAndGet(), tool, arguments));
    }

    /** Calls several at once. */
    static ModelManner calls(ToolCall... calls) {
        return answers(new ModelAnswer(null, List.of(calls), 1_200, 1_024, 40, "tool_calls"));
    }

    /** A whole answer, in the wire that is spoken. */
    static ModelManner answers(ModelAnswer answer) {
        return (visit, call) -> visit.send(new GraphAnswer(200, answer.to(call)).bytes("Request-Id: req_1"));
    }

    /** Any status with any body, and headers such as {@code Retry-After: 7}. */
    static ModelManner replies(int status, String body, String... headers) {
        return (visit, _) -> visit.send(new GraphAnswer(status, body).bytes(headers));
    }

    /** Neither text nor call. */
    static ModelManner saysNothing() {
        return answers(new ModelAnswer(null, List.of(), 1_200, 0, 1, "stop"));
    }

    /** Is cut off at the end of its tokens. */
    static ModelManner isCutOff() {
        return answers(new ModelAnswer("حياك الله، عندنا من", List.of(), 1_200, 0, 800, "length"));
    }

    static ModelManner declines() {
        return answers(new ModelAnswer(null, List.of(), 1_200, 0, 1, "content_filter"));
    }

    /** Says a text, and not what it cost. */
    static ModelManner saysWithoutUsage(String text) {
        return answers(new ModelAnswer(text, List.of(), 0, 0, 0, "stop"));
    }

    /** A page where JSON should be, as proxies send it. */
    static ModelManner showsPage() {
        return replies(200, "<html><body>Welcome</body></html>", "Content-Type: text/html");
    }

    /** Too much was asked: 429 with {@code retry-after}. */
    static ModelManner limits(int seconds) {
        return refuses(429, "rate_limit_error", "rate_limit_exceeded", "Retry-After: " + seconds);
    }

    /** Too much was asked, and nobody says for how long. */
    static ModelManner limits() {
        return refuses(429, "rate_limit_error", "slow_down");
    }

    /** Nobody paid: the 429 that does not pass by itself, with each provider's own word. */
    static ModelManner isUnpaid() {
        return refuses(429, "rate_limit_error", "insufficient_quota");
    }

    /** 529 of Anthropic, 503 of OpenAI. */
    static ModelManner isOverloaded() {
        return (visit, call) -> refuses(call.speaksAnthropic() ? 529 : 503, "overloaded_error", "server_is_overloaded")
                .meet(visit, call);
    }

    /** The key is none. */
    static ModelManner refusesKey() {
        return refuses(401, "authentication_error", "invalid_api_key");
    }

    static ModelManner fails() {
        return refuses(500, "api_error", "server_error");
    }

    /**
     * A refusal in the shape of the wire.
     *
     * @param type Anthropic's word
     * @param code OpenAI's word
     */
    static ModelManner refuses(int status, String type, String code, String... headers) {
        return (visit, call) -> replies(
                        status,
                        call.speaksAnthropic() ? FakeModels.anthropicError(type, code) : FakeModels.openAiError(code),
                        headers)
                .meet(visit, call);
    }

    /** Takes the call and never says a word, until the other side leaves. */
    static ModelManner hangs() {
        return (visit, _) -> visit.untilLeft();
    }

    /** Begins to answer and stops in the middle, until the other side leaves. */
    static ModelManner stalls() {
        return (visit, call) -> {
            var whole = whole(call);
            visit.send(Arrays.copyOf(whole, whole.length - 20));
            visit.untilLeft();
        };
    }

    /** Tears the connection after so many bytes of its answer; after none of them it never answered. */
    static ModelManner resetsAfter(int bytes) {
        return (visit, call) -> {
            visit.send(Arrays.copyOf(whole(call), bytes));
            visit.reset();
        };
    }

    private static byte[] whole(ModelCall call) {
        var answer = new ModelAnswer("حياك الله", List.of(), 1_200, 0, 40, "stop");
        return new GraphAnswer(200, answer.to(call)).bytes();
    }

    /** Answers as it is told after the test has released it. */
    static Held held(ModelManner then) {
        return new Held(then);
    }

    /** A call that waits at the provider until the test lets it go on. */
    final class Held implements ModelManner {

        private final ModelManner then;
        private final CountDownLatch arrived = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);

        private Held(ModelManner then) {
            this.then = then;
        }

        @Override
        public void meet(Visit visit, ModelCall call) throws IOException, InterruptedException {
            arrived.countDown();
            if (!released.await(1, TimeUnit.MINUTES)) {
                throw new IOException("Nobody released it");
            }
            then.meet(visit, call);
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

    /** What is no more than bytes, as they are. */
    static ModelManner raw(String bytes) {
        return (visit, _) -> {
            visit.send(bytes.getBytes(StandardCharsets.UTF_8));
            visit.leave();
        };
    }
}
