package iq.sendy.faults;

import static iq.sendy.meta.MetaFixtures.SECRET_A;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Waiting;
import iq.sendy.fakes.FakeGraph;
import iq.sendy.fakes.FakeModels;
import iq.sendy.fakes.GraphCall;
import iq.sendy.fakes.ModelCall;
import iq.sendy.fakes.ModelManner;
import iq.sendy.meta.MetaFixtures;
import iq.sendy.meta.MetaSignature;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Customers at a channel of WhatsApp where the agent is on, with Meta and the model at the other ends: Meta sends what was not
 * answered once more, and now and then what was; the model fails now and then, and counts what it may put on its bill.
 */
final class ChatTraffic implements AutoCloseable {

    static final String ACCOUNT = "500000000000079";
    static final String MODEL = "m-faults";

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int LINES_OF_A_CUSTOMER = 4;
    private static final int AT_ONCE = 4;
    private static final Pattern CUSTOMER = Pattern.compile("c(\\d{5})");
    private static final List<String> SAID = List.of(
            "حياك الله، شلون أگدر أساعدك؟",
            "هلا بيك، تفضل",
            "أهلاً وسهلاً، شنو تحب تعرف؟",
            "منور، گلي شتحتاج",
            "يا هلا، آني وياك");

    final FakeGraph graph = new FakeGraph();
    final FakeModels models = new FakeModels();
    private final ExecutorService lines = Executors.newVirtualThreadPerTaskExecutor();
    private final ConcurrentMap<String, Integer> billed = new ConcurrentHashMap<>();
    private final Set<String> told = new HashSet<>();
    private final Random random;

    ChatTraffic(Random random) {
        this.random = random;
        graph.whatsApp(ACCOUNT, "EAAG-faults");
        models.usually(MODEL, this::manner);
    }

    /** What a process is told of both. */
    Map<String, String> settings() {
        return Map.of(
                "SENDY_GRAPH_URL",
                graph.url(),
                "SENDY_OPENAI_URL",
                models.openAiUrl(),
                "SENDY_OPENAI_KEY",
                FakeModels.KEY,
                "SENDY_AGENT_DEBOUNCE_MS",
                "300");
    }

    static void connects(Api key) {
        var made = key.post(
                Api.KEYS + "/social/channels",
                Api.object()
                        .put("channelType", "WhatsApp")
                        .put("externalAccountId", ACCOUNT)
                        .put("displayName", "واتساب")
                        .put("accessToken", "EAAG-faults")
                        .put("aiProviderCode", "openai")
                        .put("aiModelCode", MODEL)
                        .put("isAgentEnabled", true)
                        .put("appSecret", SECRET_A));
        assertThat(made.status()).as(made::toString).isEqualTo(200);
    }

    /** A call that is to be answered, and may therefore be on the bill. */
    ModelManner answers(ModelManner how) {
        return (visit, call) -> {
            billed.merge(customer(call), 1, Integer::sum);
            how.meet(visit, call);
        };
    }

    static ModelManner says() {
        return ModelManner.says(SAID.get(ThreadLocalRandom.current().nextInt(SAID.size())), 100, 10);
    }

    /** How many calls the model may put on its bill, by customer. */
    Map<String, Integer> billed() {
        return Map.copyOf(billed);
    }

    private ModelManner manner(ModelCall call) {
        return switch (ThreadLocalRandom.current().nextInt(20)) {
            case 0 -> ModelManner.fails();
            case 1 -> answers(ModelManner.isCutOff());
            case 2 -> answers(ModelManner.calls("search_products", "{\"query\":\"ورد\"}"));
            case 3 -> answers(ModelManner.resetsAfter(150));
            default -> answers(says());
        };
    }

    private static String customer(ModelCall call) {
        return call.userTexts().stream()
                .flatMap(text -> CUSTOMER.matcher(text).results())
                .map(found -> phone(Integer.parseInt(found.group(1))))
                .findFirst()
                .orElseThrow();
    }

    private static String phone(int customer) {
        return "96477123" + fiveDigits(customer);
    }

    private static String fiveDigits(int customer) {
        return String.format(Locale.ROOT, "%05d", customer);
    }

    /** So many messages by their numbers in any order, nearly a third of them twice. */
    List<Integer> messages(int many) {
        var messages = new ArrayList<Integer>();
        for (var i = 0; i < many; i++) {
            messages.add(i);
            if (random.nextInt(10) < 3) {
                messages.add(i);
            }
        }
        Collections.shuffle(messages, random);
        return messages;
    }

    /** Customers write these now. */
    static List<byte[]> deliveries(List<Integer> messages) {
        return messages.stream().map(ChatTraffic::delivery).toList();
    }

    static byte[] delivery(int number) {
        var customer = number / LINES_OF_A_CUSTOMER;
        return MetaFixtures.bytes(MetaFixtures.whatsApp(MetaFixtures.entry("""
                {"messaging_product":"whatsapp","metadata":{"display_phone_number":"9647800000001",\
                "phone_number_id":"%1$s"},"contacts":[{"profile":{"name":"زينب"},"wa_id":"%2$s"}],\
                "messages":[{"from":"%2$s","id":"wamid.AGENT%3$s","timestamp":"%4$s","type":"text",\
                "text":{"body":"هلو c%5$s"}}]}""".formatted(
                        ACCOUNT, phone(customer), number, Instant.now().getEpochSecond(), fiveDigits(customer)))));
    }

    /** Sends them all until each is answered, whatever becomes of who should answer. */
    CompletableFuture<Void> sends(List<byte[]> bodies, Supplier<Api> server) {
        var waiting = new ConcurrentLinkedQueue<>(bodies);
        return CompletableFuture.allOf(IntStream.range(0, AT_ONCE)
                .mapToObj(_ -> CompletableFuture.runAsync(
                        () -> {
                            for (var body = waiting.poll(); body != null; body = waiting.poll()) {
                                var delivery = body;
                                Waiting.until(
                                        "a delivery is answered", PATIENCE, () -> isTaken(server.get(), delivery));
                            }
                        },
                        lines))
                .toArray(CompletableFuture<?>[]::new));
    }

    static boolean isTaken(Api server, byte[] body) {
        try {
            return server.withHeader(MetaSignature.HEADER, MetaSignature.sign(SECRET_A, body))
                            .send("POST", "/api/v1/webhooks/social/whatsapp", BodyPublishers.ofByteArray(body), true)
                            .status()
                    == 200;
        } catch (RuntimeException | AssertionError broken) {
            return false;
        }
    }

    /** Our ids of the messages that Meta took. */
    List<String> taken() {
        return graph.calls().stream()
                .map(GraphCall::callbackData)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Meta's word that it sent a message, as far as it has it. */
    private static byte[] status(String callbackData) {
        return MetaFixtures.bytes(MetaFixtures.whatsApp(MetaFixtures.entry(MetaFixtures.statuses(
                ACCOUNT, """
                {"id":"wamid.TOLD%s","status":"sent","timestamp":"%s","recipient_id":"9647712300000",\
                "biz_opaque_callback_data":"%s"}""".formatted(callbackData, Instant.now().getEpochSecond(), callbackData)))));
    }

    /** Tells what became of these messages of which nobody heard, as far as Meta took them and is listened to. */
    void tells(List<String> unknown, Api server) {
        var taken = new HashSet<>(taken());
        unknown.stream()
                .filter(taken::contains)
                .filter(message -> !told.contains(message))
                .filter(message -> isTaken(server, status(message)))
                .forEach(told::add);
    }

    @Override
    public void close() {
        lines.shutdownNow();
        models.close();
        graph.close();
    }
}
