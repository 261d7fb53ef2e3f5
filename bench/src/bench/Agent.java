package bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;

/** Customers who write to the agent at a given pace: how soon Meta is given the answer, beyond quiet time and model. */
final class Agent {

    /** As Sendy is shipped. */
    private static final int DEBOUNCE_MS = 2_500;

    private static final String AGENT =
            "\"aiProviderCode\":\"openai\",\"aiModelCode\":\"bench\",\"isAgentEnabled\":true";
    private static final int PAUSE_SECONDS = 10;
    private static final int MESSAGES_OF_A_CUSTOMER = 5;
    private static final double MOST_MS = 250;

    private final Settings settings;
    private final Server server;
    private final ChatStandIn chat;

    Agent(Settings settings, Server server, ChatStandIn chat) {
        this.settings = settings;
        this.server = server;
        this.chat = chat;
    }

    /** The stand-in that a bench needs before its Sendy starts. */
    static ChatStandIn standIn(Settings settings) throws IOException {
        return new ChatStandIn(settings.number("--warmup") + 2 * measured(settings), settings.number("--model-ms"));
    }

    private static int measured(Settings settings) {
        return settings.number("--rate") * settings.seconds();
    }

    private record Counted(long transactions, Cpu cpu) {}

    boolean run() throws Exception {
        var many = measured(settings);
        var warmup = settings.number("--warmup");
        Bench.say("opening " + settings.stores() + " stores with an agent each");
        var shops = Shops.open(server, settings.stores());
        try (var wire = new Wire(server.port())) {
            for (var i = 0; i < shops.size(); i++) {
                Deliveries.connect(wire, shops.get(i), Deliveries.account(i), AGENT);
            }
        }
        Bench.say("warming up with " + warmup);
        offer(0, warmup, this::deliveries);
        Paced.await(() -> Latencies.missing(chat.told(), 0, warmup) == 0);
        Bench.say("measuring " + many + " at " + settings.number("--rate") + " per second");
        var before = new Counted(transactions(), server.cpu());
        var offered = offer(warmup, many, this::deliveries);
        Paced.await(() -> Latencies.missing(chat.told(), warmup, many) == 0);
        var used = new Counted(transactions() - before.transactions(), server.cpu().since(before.cpu()));
        // The last ones are noted after Meta was asked.
        Paced.await(() -> rows("agent.ai_message_job where state = 'Done'") == warmup + many);
        var tied = tied(warmup + many);
        return tell(offered, bare(warmup + many, many), used) && tied;
    }

    private long transactions() throws IOException, SQLException {
        return Long.parseLong(
                server.asked("select xact_commit from pg_stat_database where datname = current_database()"));
    }

    private long rows(String from) {
        return Bench.opened(() -> Long.parseLong(server.asked("select count(*) from " + from)));
    }

    /** Each message has one reply, each call of the model one event. */
    private boolean tied(int messages) {
        var done = rows("agent.ai_message_job where state = 'Done'");
        var events = rows("billing.ai_usage_event");
        if (done == messages && chat.repeated() == 0 && events == chat.calls()) {
            return true;
        }
        System.out.println("NOT WELL: of " + messages + " messages " + done + " are done, " + chat.repeated()
                + " answers were sent twice, and " + chat.calls() + " calls are " + events + " events.");
        return false;
    }

    private Paced.Offered offer(int first, int many, Paced.Connecting connecting) throws Exception {
        return Paced.offer(first, many, settings.number("--rate"), settings.connections(), connecting);
    }

    private Paced.Delivering deliveries() {
        var stores = settings.stores();
        var customers = 1 + customers() / stores;
        var wire = Bench.opened(() -> new Wire(server.port()));
        return new Paced.Delivering() {
            @Override
            public void once(int number, long from) throws IOException {
                var customer = number / stores % customers;
                Shops.ask(wire, Deliveries.text(number % stores, customer, number, ChatStandIn.question(number)));
            }

            @Override
            public void close() throws IOException {
                wire.close();
            }
        };
    }

    /** Nobody writes again before the answer, nor more often than the agent answers one person. */
    private int customers() {
        var seldom = (settings.number("--warmup") + measured(settings)) / MESSAGES_OF_A_CUSTOMER;
        return Math.max(seldom, settings.number("--rate") * (PAUSE_SECONDS + settings.number("--model-ms") / 1_000));
    }

    /** The floor: the same waiting, and both stand-ins asked one after the other, with nothing remembered. */
    private Paced.Offered bare(int first, int many) throws Exception {
        try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return offer(first, many, () -> (number, from) -> threads.submit(() -> {
                Paced.until(from + DEBOUNCE_MS * 1_000_000L);
                ask(client, "/openai/chat/completions", "{\"content\":\"" + ChatStandIn.question(number) + "\"}");
                ask(client, "/facebook/v26.0/1/messages", ChatStandIn.answer(number));
                return true;
            }));
        }
    }

    private void ask(HttpClient client, String path, String body) throws IOException, InterruptedException {
        client.send(
                HttpRequest.newBuilder(URI.create(chat.url(path)))
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.discarding());
    }

    private boolean tell(Paced.Offered offered, Paced.Offered bare, Counted used) {
        var many = offered.from().length;
        var warmup = settings.number("--warmup");
        var asked = Latencies.noted(chat.asked(), warmup, many);
        var answered = Latencies.noted(chat.answered(), warmup, many);
        var told = Latencies.noted(chat.told(), warmup, many);
        var waited = DEBOUNCE_MS + settings.number("--model-ms");
        var whole = Latencies.between(offered.from(), told).less(waited);
        var rows = new ArrayList<List<String>>();
        rows.add(Latencies.head());
        rows.add(whole.row("message to Meta, beyond quiet time and model"));
        rows.add(Latencies.between(offered.from(), asked).less(DEBOUNCE_MS).row("of it: message to model"));
        rows.add(Latencies.between(answered, told).row("of it: model to Meta"));
        rows.add(Latencies.between(offered.from(), offered.answered()).row("Meta is answered"));
        rows.add(Latencies.between(bare.from(), Latencies.noted(chat.told(), warmup + many, many))
                .less(waited)
                .row("bare: the same waiting, both asked"));
        System.out.println();
        Grid.of(rows, settings.markdown()).forEach(System.out::println);
        System.out.println();
        System.out.println(Grid.number(
                "A message with its answer is %.1f transactions, and %.1f ms of CPU of Sendy and %.1f of PG.",
                used.transactions() / (double) many,
                used.cpu().app() * 1_000 / many,
                used.cpu().postgres() * 1_000 / many));
        System.out.println("%s: %d per second offered and %.0f taken, from when each should have been sent, quiet time %d ms, "
                        .formatted(LocalDate.now(), settings.number("--rate"), offered.perSecond(), DEBOUNCE_MS)
                + "model %d ms, %d stores, %d connections, %d cores, load before the end %s, Java %s.".formatted(
                        settings.number("--model-ms"),
                        settings.stores(),
                        settings.connections(),
                        Runtime.getRuntime().availableProcessors(),
                        Grid.load(),
                        Runtime.version()));
        return well(offered, whole);
    }

    /** A run of a few seconds measures nothing, so it is not judged by its times. */
    private boolean well(Paced.Offered offered, Latencies whole) {
        var all = offered.errors() == 0 && whole.isWhole();
        if (!all || (whole.at(0.99) > MOST_MS && !settings.quick())) {
            System.out.println(
                    "NOT WELL: at most " + MOST_MS + " ms for 99 of 100, and every message has its answer.");
            return false;
        }
        return true;
    }
}
