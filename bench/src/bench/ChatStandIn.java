package bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;

/**
 * Stand-ins of Meta and of a model on loopback, which note when they were asked. The model takes as long each time, and says
 * what names the message that it answers, so that Meta's knows which one it was given the answer to.
 */
final class ChatStandIn implements AutoCloseable {

    private static final Pattern ASKED = Pattern.compile("x(\\d{6})x");
    private static final String GREETING = "حياك الله ";
    private static final Pattern SAID = Pattern.compile(GREETING + "([ابتثجحخدذر]{6})");
    private static final Pattern TO = Pattern.compile("\"to\":\"(\\d+)\"");
    private static final String DIGITS = "ابتثجحخدذر";

    private final ServerSocket listening;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLongArray asked;
    private final AtomicLongArray answered;
    private final AtomicLongArray told;
    private final LongAdder calls = new LongAdder();
    private final LongAdder repeated = new LongAdder();
    private final long modelNanos;

    ChatStandIn(int messages, int modelMillis) throws IOException {
        listening = new ServerSocket(0, 4_096, InetAddress.ofLiteral("127.0.0.1"));
        asked = new AtomicLongArray(messages);
        answered = new AtomicLongArray(messages);
        told = new AtomicLongArray(messages);
        modelNanos = modelMillis * 1_000_000L;
        threads.submit(this::accept);
    }

    /** Settings of a Sendy that asks these. */
    Map<String, String> settings() {
        return Map.of(
                "SENDY_GRAPH_URL", url("/facebook"), "SENDY_OPENAI_URL", url("/openai"), "SENDY_OPENAI_KEY", "sk-bench");
    }

    String url(String path) {
        return "http://127.0.0.1:" + listening.getLocalPort() + path;
    }

    /** What a customer writes, with its number in it. */
    static String question(int number) {
        return "هلو شلونكم " + Grid.number("x%06dx", number);
    }

    /** What Meta is given for it, as far as this one reads it. */
    static String answer(int number) {
        return "{\"to\":\"1\",\"text\":{\"body\":\"" + GREETING + letters(number) + "\"}}";
    }

    /** When the model was first asked about a message. */
    AtomicLongArray asked() {
        return asked;
    }

    /** When the model had said its last answer to it. */
    AtomicLongArray answered() {
        return answered;
    }

    /** When Meta was first given an answer to it. */
    AtomicLongArray told() {
        return told;
    }

    long calls() {
        return calls.sum();
    }

    /** Answers that Meta was given twice. */
    long repeated() {
        return repeated.sum();
    }

    private Void accept() {
        while (!listening.isClosed()) {
            try {
                var socket = listening.accept();
                open.add(socket);
                threads.submit(() -> serve(socket));
            } catch (IOException closed) {
                return null;
            }
        }
        return null;
    }

    private Void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            var request = new ReceivedRequest(socket.getInputStream());
            while (request.next()) {
                socket.getOutputStream().write(request.path().startsWith("/openai") ? says(request) : takes(request));
            }
        } catch (IOException over) {
            // The connection is gone.
        } finally {
            open.remove(socket);
        }
        return null;
    }

    private byte[] says(ReceivedRequest request) throws IOException {
        calls.increment();
        // The last one is what it is asked now; those before it are what was said.
        var number = ASKED.matcher(request.body())
                .results()
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .reduce((_, later) -> later)
                .orElseThrow(() -> new IOException("Nobody's message"));
        asked.compareAndSet(number, 0, request.arrivedAt());
        var answer = json("""
                {"id":"chatcmpl-%d","object":"chat.completion","choices":[{"index":0,"message":{"role":"assistant",\
                "content":"%s"},"finish_reason":"stop"}],\
                "usage":{"prompt_tokens":1200,"completion_tokens":40,"total_tokens":1240}}""".formatted(
                number, GREETING + letters(number)));
        Paced.until(request.arrivedAt() + modelNanos);
        answered.set(number, System.nanoTime());
        return answer;
    }

    private byte[] takes(ReceivedRequest request) {
        var body = request.body();
        var said = SAID.matcher(body);
        if (!said.find()) {
            return json("{\"success\":true}");
        }
        var number = number(said.group(1));
        if (!told.compareAndSet(number, 0, request.arrivedAt())) {
            repeated.increment();
        }
        var to = TO.matcher(body);
        return json("""
                {"messaging_product":"whatsapp","contacts":[{"input":"%1$s","wa_id":"%1$s"}],\
                "messages":[{"id":"wamid.SAID%2$d","message_status":"accepted"}]}""".formatted(
                to.find() ? to.group(1) : "", number));
    }

    /** The number in letters: figures of a model that no tool told are not sent. */
    private static String letters(int number) {
        var letters = new StringBuilder();
        Grid.number("%06d", number).chars().forEach(digit -> letters.append(DIGITS.charAt(digit - '0')));
        return letters.toString();
    }

    private static int number(String letters) {
        return letters.chars().map(DIGITS::indexOf).reduce(0, (number, digit) -> number * 10 + digit);
    }

    private static byte[] json(String body) {
        var length = body.getBytes(StandardCharsets.UTF_8).length;
        return ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            listening.close();
            for (var socket : open) {
                socket.close();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        threads.shutdownNow();
    }
}
