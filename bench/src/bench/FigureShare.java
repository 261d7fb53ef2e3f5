package bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.IntFunction;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.context.event.GenericApplicationListener;

/**
 * What the figures of its day cost an order: the same order is placed by turns, with the listener that keeps the figures and
 * without it, at one Sendy in this JVM, so that neither has another compiler, heap or cache.
 */
final class FigureShare {

    /** Of an order's CPU, in percent. */
    static final double MOST = 5;

    private static final String LISTENER = "OrderFiguresListener";
    private static final int WARMUP_SECONDS = 60;
    /** So short that what the machine does meanwhile falls on both of a pair. */
    private static final double SECONDS = 1;

    /** An order, how it is placed at a port, and what its client uses of each 1,000, which is no part of an order's cost. */
    record Kind(String what, IntFunction<byte[]> request, DoubleSupplier client) {}

    /** What was found of a kind: CPU seconds per 1,000 orders with figures and without, and the share of each pair. */
    record Share(String what, double with, double without, List<Double> pairs) {

        double percent() {
            return pairs.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        }

        /** The standard error of the mean of the pairs. */
        double error() {
            var mean = percent();
            var squares = pairs.stream().mapToDouble(each -> (each - mean) * (each - mean)).sum();
            return pairs.size() < 2 ? 0 : Math.sqrt(squares / (pairs.size() - 1) / pairs.size());
        }

        @Override
        public String toString() {
            return Grid.number(
                    "%s: the figures are %.1f %% of its CPU (± %.1f, %d pairs; %.3f s per 1,000 with them, %.3f without)",
                    what, percent(), error(), pairs.size(), with, without);
        }
    }

    private final Settings settings;
    private final Server server;
    private final int port;
    private final ApplicationEventMulticaster events;
    private final List<? extends ApplicationListener<?>> listeners;

    private FigureShare(Settings settings, Server server, ConfigurableApplicationContext sendy, int port) {
        this.settings = settings;
        this.server = server;
        this.port = port;
        this.events = sendy.getBean(ApplicationEventMulticaster.class);
        this.listeners = ((org.springframework.context.support.AbstractApplicationContext) sendy)
                .getApplicationListeners().stream()
                .filter(each -> each instanceof GenericApplicationListener one && one.getListenerId().contains(LISTENER))
                .toList();
        if (listeners.isEmpty()) {
            throw new IllegalStateException("Nobody keeps the figures: is it still " + LISTENER + "?");
        }
    }

    static List<Share> of(Settings settings, Server server, List<Kind> kinds) throws Exception {
        return Beside.run(server, _ -> {}, (sendy, port) -> {
            var measuring = new FigureShare(settings, server, sendy, port);
            var shares = new ArrayList<Share>();
            for (var kind : kinds) {
                shares.add(measuring.share(kind));
            }
            return shares;
        });
    }

    private Share share(Kind kind) throws Exception {
        Bench.say("by turns with and without figures: " + kind.what());
        load(kind, WARMUP_SECONDS, Math.max(1, settings.number("--warmup") / 3));
        // What the compiler learnt with the listener is not all true without it.
        without(kind);
        var with = new ArrayList<Load.Reading>();
        var without = new ArrayList<Load.Reading>();
        var pairs = new ArrayList<Double>();
        for (var pair = 0; pair < settings.number("--rounds") * settings.seconds(); pair++) {
            // Who comes first takes turns, too: what grows meanwhile is borne by both.
            if (pair % 2 == 0) {
                with.add(with(kind));
                without.add(without(kind));
            } else {
                without.add(without(kind));
                with.add(with(kind));
            }
            var whole = cost(with.getLast());
            pairs.add(100 * (whole - cost(without.getLast())) / (whole - kind.client().getAsDouble()));
        }
        return new Share(
                kind.what(), mean(with) - kind.client().getAsDouble(), mean(without) - kind.client().getAsDouble(), pairs);
    }

    private Load.Reading with(Kind kind) throws Exception {
        return load(kind, SECONDS, Integer.MAX_VALUE);
    }

    private Load.Reading without(Kind kind) throws Exception {
        listeners.forEach(events::removeApplicationListener);
        try {
            return with(kind);
        } finally {
            listeners.forEach(events::addApplicationListener);
        }
    }

    private Load.Reading load(Kind kind, double seconds, int most) throws Exception {
        var reading = Load.run(kind.what(), 1, settings.connections(), seconds, most, server::cpu,
                connection -> Bench.requests(port, index -> kind.request().apply(connection + index)));
        if (reading.errors() > 0) {
            throw new IllegalStateException(reading.errors() + " errors; the first: " + reading.firstError());
        }
        return reading;
    }

    /** This JVM holds both the Sendy that is asked and who asks. */
    private static double cost(Load.Reading reading) {
        return reading.client() + reading.postgres();
    }

    private static double mean(List<Load.Reading> readings) {
        return readings.stream().mapToDouble(FigureShare::cost).average().orElse(0);
    }
}
