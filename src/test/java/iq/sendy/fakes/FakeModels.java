package iq.sendy.fakes;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Models of both providers on loopback. Each model does what it is told, one call after the other, and else says one polite
 * sentence. They remember what they were asked. A test that uses a model name of its own meets nobody else's calls.
 */
public final class FakeModels implements AutoCloseable {

    /** The key that the suite's server has for both. */
    public static final String KEY = "sk-test-0123456789abcdef";

    private static final FakeModels SHARED = new FakeModels();

    private final Map<String, Queue<ModelManner>> told = new ConcurrentHashMap<>();
    private final Map<String, Function<ModelCall, ModelManner>> usual = new ConcurrentHashMap<>();
    private final Queue<ModelCall> calls = new ConcurrentLinkedQueue<>();
    private final LoopbackServer server;

    public FakeModels() {
        this.server = new LoopbackServer(this::answer);
    }

    /** Those that the suite's server asks, as {@code SENDY_OPENAI_URL} and {@code SENDY_ANTHROPIC_URL}. */
    public static FakeModels shared() {
        return SHARED;
    }

    /** Stands for https://api.openai.com/v1. */
    public String openAiUrl() {
        return server.url("/openai");
    }

    /** Stands for https://api.anthropic.com. */
    public String anthropicUrl() {
        return server.url("/anthropic");
    }

    /** What a model does with its next calls; then it is itself again. */
    public void next(String model, ModelManner... what) {
        told.computeIfAbsent(model, _ -> new ConcurrentLinkedQueue<>()).addAll(List.of(what));
    }

    /** What a model does with every call that it was told nothing else about. */
    public void usually(String model, Function<ModelCall, ModelManner> what) {
        usual.put(model, what);
    }

    /** All that they were asked, in the order in which it came. */
    public List<ModelCall> calls() {
        return List.copyOf(calls);
    }

    public List<ModelCall> calls(String model) {
        return calls.stream().filter(call -> call.model().equals(model)).toList();
    }

    /** How often anybody connected. */
    public int connects() {
        return server.connects();
    }

    /** Nobody listens from now on, and whoever is connected is thrown out. */
    public void refusesConnections() {
        server.refusesConnections();
    }

    public void listensAgain() {
        server.listensAgain();
    }

    /** Forgets what they were told and asked. */
    public void reset() {
        listensAgain();
        told.clear();
        usual.clear();
        calls.clear();
    }

    static String openAiError(String code) {
        var error = JsonNodeFactory.instance.objectNode();
        error.putObject("error")
                .put("message", "No")
                .put("type", code)
                .putNull("param")
                .put("code", code);
        return error.toString();
    }

    static String anthropicError(String type, String code) {
        var body = JsonNodeFactory.instance.objectNode().put("type", "error");
        var error = body.putObject("error").put("type", type).put("message", "No");
        if (code.equals("insufficient_quota")) {
            error.putObject("details").put("error_code", "enforced_spend_limit_reached");
        }
        return body.put("request_id", "req_1").toString();
    }

    private void answer(Visit visit, Received received) throws IOException, InterruptedException {
        var call = ModelCall.of(received);
        calls.add(call);
        manner(call).meet(visit, call);
    }

    private ModelManner manner(ModelCall call) {
        var queue = told.get(call.model());
        var next = queue == null ? null : queue.poll();
        if (next != null) {
            return next;
        }
        return usual.getOrDefault(call.model(), _ -> ModelManner.says("حياك الله، شلون أگدر أساعدك؟"))
                .apply(call);
    }

    @Override
    public void close() {
        server.close();
    }
}
