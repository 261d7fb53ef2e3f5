package iq.sendy.faults;

import iq.sendy.faults.attacks.Account;
import iq.sendy.faults.attacks.Attack;
import iq.sendy.faults.attacks.RawRequest;
import iq.sendy.faults.attacks.Sender;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A Sendy of 512 MB that is attacked while another store works and a visitor reads. It is started once, and anew after an attack
 * that it did not survive, so that the next is judged by itself.
 */
final class Victim implements AutoCloseable {

    /** Wide, and of the time that the machine has for it. An attack that goes through takes tens of seconds, or all. */
    private static final Duration BOUND = Duration.ofSeconds(5);

    /** As long as that may be on a machine that many share. */
    private static final Duration LONGEST = Duration.ofMinutes(4);

    /** Both are within their limits of requests, where those are on. */
    private static final long PAUSE = Duration.ofMillis(200).toNanos();

    private static final int VISITORS = 5_000;

    private final Fleet fleet = new Fleet();
    private final Path directory = fleet.directory();
    private final Map<String, String> settings;
    private @Nullable Running running;
    private @Nullable Account attacker;
    private @Nullable Account neighbour;
    private int visits;

    private record Running(SendyProcess process, Sender sender) {}

    Victim(Map<String, String> settings) {
        this.settings = settings;
    }

    /** What went wrong for others, or at all, while it was attacked. */
    List<String> complaints(List<Attack> attacks) {
        var now = well();
        var process = now.process();
        var logged = process.log().length();
        var complaints = new ArrayList<String>();
        try (var strike = new Strike(now.sender(), process, attacker(now.sender()), attacks)) {
            do {
                visit(now, complaints);
                LockSupport.parkNanos(PAUSE);
            } while (process.runs() && !strike.isOver());
            strike.complaints().forEach(complaints::add);
        }
        visit(now, complaints);
        var log = process.log().substring(logged);
        if (!complaints.isEmpty()) {
            complaints.addAll(errors(log));
        }
        if (log.contains("OutOfMemoryError")) {
            complaints.add("OutOfMemoryError in the log");
        }
        if (!process.runs()) {
            complaints.add("Sendy has ended");
        }
        return complaints.stream().distinct().toList();
    }

    /** It, for what comes after the attacks. */
    SendyProcess alive() {
        return well().process();
    }

    /** Another one in its place, which was killed; it is not ready yet. */
    SendyProcess startsAgain() {
        return fleet.starts(directory, settings);
    }

    Path directory() {
        return directory;
    }

    /** What it knows of its trouble, each with the beginning of its trace; its log is gone when the test has failed. */
    private static List<String> errors(String log) {
        return Pattern.compile("level=ERROR[^\n]*(\n(?!\\d{4}-)[^\n]*){0,40}")
                .matcher(log)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    /** The neighbour places an order, and somebody reads. */
    private void visit(Running now, List<String> complaints) {
        var visitor = Sender.network(VISITORS + visits++);
        note("another store's order", now, visitor, neighbour(now.sender()).order(), complaints);
        note("/docs", now, visitor, RawRequest.get("/docs", ""), complaints);
    }

    private static void note(
            String what, Running now, InetAddress visitor, RawRequest request, List<String> complaints) {
        var share = new MachineShare(now.process());
        var outcome = now.sender().send(visitor, request, LONGEST);
        if (outcome.status() != 200) {
            complaints.add(what + ": " + outcome.word());
        } else if (share.elapsed().compareTo(BOUND) > 0) {
            complaints.add(what + ": answered late");
        }
    }

    private Running well() {
        var now = running;
        if (now != null && now.process().runs()) {
            var complaints = new ArrayList<String>();
            visit(now, complaints);
            if (complaints.isEmpty()) {
                return now;
            }
            now.process().kill();
        }
        var process = startsAgain();
        var port = URI.create(process.ready().base()).getPort();
        var started = new Running(process, new Sender(port));
        running = started;
        neighbour(started.sender());
        attacker(started.sender());
        visit(started, new ArrayList<>());
        return started;
    }

    private Account neighbour(Sender sender) {
        var known = neighbour;
        if (known == null) {
            known = Account.opens(sender, Sender.network(0), "07709990001");
            neighbour = known;
        }
        return known;
    }

    private Account attacker(Sender sender) {
        var known = attacker;
        if (known == null) {
            var from = Sender.network(0);
            known = Account.opens(sender, from, "07709990002").withLongOrder(sender, from);
            attacker = known;
        }
        return known;
    }

    @Override
    public void close() {
        fleet.close();
    }
}
