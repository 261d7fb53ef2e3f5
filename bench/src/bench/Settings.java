package bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was asked for on the command line; {@code bench/run --help} explains it. */
record Settings(Path jar, String what, Map<String, Integer> numbers, String heap, Set<String> flags) {

    /** An option with a number: what it is without, what it is with {@code --quick}, and the most that it takes. */
    private record Option(String name, int usual, int quick, int most) {}

    private static final Map<String, List<Option>> OPTIONS = Map.of(
            "shop",
            List.of(
                    new Option("--stores", 200, 20, 500),
                    new Option("--connections", 8, 4, 64),
                    new Option("--warmup", 12_000, 20, 100_000),
                    new Option("--seconds", 8, 2, 120)),
            "agent",
            List.of(
                    new Option("--stores", 6, 3, 100),
                    new Option("--connections", 8, 4, 64),
                    new Option("--warmup", 3_000, 40, 50_000),
                    new Option("--seconds", 60, 4, 300),
                    new Option("--rate", 20, 10, 200),
                    new Option("--model-ms", 400, 100, 20_000)),
            "inbox",
            List.of(
                    new Option("--stores", 6, 3, 100),
                    new Option("--connections", 16, 8, 64),
                    new Option("--warmup", 12_000, 200, 100_000),
                    new Option("--seconds", 30, 3, 300),
                    new Option("--rate", 200, 50, 5_000)),
            "orders",
            List.of(
                    new Option("--stores", 20, 6, 500),
                    new Option("--connections", 16, 4, 64),
                    new Option("--rounds", 3, 1, 50),
                    new Option("--seconds", 8, 2, 120),
                    new Option("--warmup", 30_000, 1_000, 500_000)),
            "lists",
            List.of(
                    new Option("--orders", 2_000_000, 60_000, 20_000_000),
                    new Option("--products", 100_000, 6_000, 1_000_000),
                    new Option("--minutes", 6, 2, 60),
                    new Option("--connections", 4, 4, 64),
                    new Option("--seconds", 5, 1, 120)),
            "analytics",
            List.of(
                    new Option("--orders", 1_000_000, 30_000, 20_000_000),
                    new Option("--products", 2_000, 300, 1_000_000),
                    new Option("--minutes", 10, 2, 60),
                    new Option("--connections", 2, 2, 64),
                    new Option("--seconds", 5, 1, 120)),
            "webhooks",
            List.of(
                    new Option("--stores", 20, 5, 200),
                    new Option("--connections", 16, 8, 64),
                    new Option("--warmup", 10_000, 1_000, 200_000),
                    new Option("--backlog", 60_000, 5_000, 1_000_000),
                    new Option("--seconds", 20, 4, 300),
                    new Option("--singles", 200, 40, 5_000),
                    new Option("--rate", 300, 50, 5_000),
                    new Option("--due", 100_000, 5_000, 1_000_000),
                    new Option("--held-seconds", 60, 9, 3_600)),
            "flood",
            List.of(
                    new Option("--connections", 200, 40, 400),
                    new Option("--seconds", 60, 8, 60),
                    new Option("--rate", 5, 5, 9),
                    new Option("--pause", 250, 250, 10_000),
                    new Option("--warmup", 2_000, 100, 4_000)));

    private static final Map<String, Set<String>> FLAGS = Map.of(
            "shop", Set.of("--markdown", "--quick"),
            "orders", Set.of("--markdown", "--quick"),
            "inbox", Set.of("--markdown", "--quick", "--agents"),
            "agent", Set.of("--markdown", "--quick"),
            "lists", Set.of("--markdown", "--quick"),
            "analytics", Set.of("--markdown", "--quick"),
            "webhooks", Set.of("--markdown", "--quick", "--held-xmin", "--latency"),
            "flood", Set.of("--markdown", "--quick"));

    static Settings of(String[] arguments) {
        var what = arguments.length < 2 ? "" : arguments[1];
        var options = OPTIONS.get(what);
        if (options == null) {
            throw new IllegalArgumentException("What can be measured: orders, lists, analytics, shop, webhooks, inbox, agent, flood");
        }
        var given = new HashMap<String, Integer>();
        var flags = new HashSet<String>();
        var heap = what.equals("flood") ? "512m" : "1g";
        for (var i = 2; i < arguments.length; i++) {
            var name = arguments[i];
            if (FLAGS.get(what).contains(name)) {
                flags.add(name);
                continue;
            }
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException("Unknown or without its value: " + name);
            }
            var value = arguments[++i];
            if (name.equals("--heap")) {
                heap = value;
            } else {
                given.put(name, number(options, name, value));
            }
        }
        for (var option : options) {
            given.putIfAbsent(option.name(), flags.contains("--quick") ? option.quick() : option.usual());
        }
        return new Settings(Path.of(arguments[0]), what, Map.copyOf(given), heap, Set.copyOf(flags));
    }

    private static int number(List<Option> options, String name, String value) {
        var option = options.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown: " + name));
        var number = Integer.parseInt(value);
        if (number < 1 || number > option.most()) {
            throw new IllegalArgumentException(value + " is not from 1 to " + option.most());
        }
        return number;
    }

    int number(String option) {
        return numbers.get(option);
    }

    int stores() {
        return number("--stores");
    }

    int connections() {
        return number("--connections");
    }

    int seconds() {
        return number("--seconds");
    }

    /** Whether Sendy is attacked: it is then started as it is shipped, with its limits of requests. */
    boolean attacked() {
        return what.equals("flood");
    }

    boolean markdown() {
        return flags.contains("--markdown");
    }

    boolean quick() {
        return flags.contains("--quick");
    }
}
