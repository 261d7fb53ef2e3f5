package bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Starts a Sendy of its own and measures what was asked for. {@code bench/run --help} explains it. */
final class Bench {

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        Settings settings;
        try {
            settings = Settings.of(arguments);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage() + "; bench/run --help explains it.");
            System.exit(2);
            return;
        }
        var well = false;
        try (var chat = settings.what().equals("agent") ? Agent.standIn(settings) : null;
                var server = new Server(settings, chat == null ? Map.of() : chat.settings())) {
            if (!settings.attacked()) {
                durable(server);
            }
            well = switch (settings.what()) {
                case "orders" -> new Orders(settings, server).run();
                case "lists" -> new Lists(settings, server).run();
                case "analytics" -> new Analytics(settings, server).run();
                case "shop" -> new Storefront(settings, server).run();
                case "inbox" -> new Inbox(settings, server).run();
                case "agent" -> new Agent(settings, server, chat).run();
                case "flood" -> new Flood(settings, server).run();
                default -> new Webhooks(settings, server).run();
            };
        } catch (Exception failed) {
            failed.printStackTrace();
        }
        // The recorder's Sendy may have left threads behind.
        System.exit(well ? 0 : 1);
    }

    private static void durable(Server server) throws IOException, SQLException {
        for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            if (!server.asked("show " + setting).equals("on")) {
                throw new IllegalStateException("The database is not durable: " + setting);
            }
        }
    }

    static void say(String line) {
        System.err.println(line);
    }

    interface Opening<T> {
        T open() throws Exception;
    }

    static <T> T opened(Opening<T> opening) {
        try {
            return opening.open();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Sends a request of its own each time, and wants a 200. */
    static Load.Client requests(Server server, IntFunction<byte[]> request) {
        return requests(server.port(), request);
    }

    static Load.Client requests(int port, IntFunction<byte[]> request) {
        return asking(port, request, _ -> {});
    }

    interface Reading {
        void of(String body) throws IOException;
    }

    static Load.Client asking(int port, IntFunction<byte[]> request, Reading reading) {
        var wire = opened(() -> new Wire(port));
        return new Load.Client() {
            @Override
            public void once(int index) throws IOException {
                reading.of(Shops.ask(wire, request.apply(index)));
            }

            @Override
            public void close() throws IOException {
                wire.close();
            }
        };
    }
}
