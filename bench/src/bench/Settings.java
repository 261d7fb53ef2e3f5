package bench;

import java.nio.file.Path;

/** What was asked for on the command line; {@code bench/run --help} explains it. */
record Settings(
        Path jar, int stores, int connections, int rounds, int seconds, int warmup, String heap, boolean markdown) {

    static Settings of(String[] arguments) {
        if (arguments.length < 2 || !arguments[1].equals("orders")) {
            throw new IllegalArgumentException("The one thing to measure is: orders");
        }
        var settings = new Settings(Path.of(arguments[0]), 20, 16, 3, 8, 30_000, "1g", false);
        for (var i = 2; i < arguments.length; i++) {
            settings = switch (arguments[i]) {
                case "--markdown" -> settings.inMarkdown();
                case "--quick" -> settings.quick();
                default -> {
                    if (i + 1 == arguments.length) {
                        throw new IllegalArgumentException("Unknown or without its value: " + arguments[i]);
                    }
                    yield settings.with(arguments[i], arguments[++i]);
                }
            };
        }
        return settings;
    }

    private Settings with(String name, String value) {
        return switch (name) {
            case "--stores" -> new Settings(jar, most(value, 500), connections, rounds, seconds, warmup, heap, markdown);
            case "--connections" -> new Settings(jar, stores, most(value, 64), rounds, seconds, warmup, heap, markdown);
            case "--rounds" -> new Settings(jar, stores, connections, most(value, 50), seconds, warmup, heap, markdown);
            case "--seconds" -> new Settings(jar, stores, connections, rounds, most(value, 120), warmup, heap, markdown);
            case "--warmup" ->
                new Settings(jar, stores, connections, rounds, seconds, most(value, 500_000), heap, markdown);
            case "--heap" -> new Settings(jar, stores, connections, rounds, seconds, warmup, value, markdown);
            default -> throw new IllegalArgumentException("Unknown: " + name);
        };
    }

    private Settings inMarkdown() {
        return new Settings(jar, stores, connections, rounds, seconds, warmup, heap, true);
    }

    private Settings quick() {
        return new Settings(jar, stores, connections, 1, 2, 1_000, heap, markdown);
    }

    private static int most(String value, int most) {
        var number = Integer.parseInt(value);
        if (number < 1 || number > most) {
            throw new IllegalArgumentException(value + " is not from 1 to " + most);
        }
        return number;
    }
}
