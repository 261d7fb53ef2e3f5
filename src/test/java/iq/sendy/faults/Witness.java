package iq.sendy.faults;

import iq.sendy.fakes.Received;
import iq.sendy.fakes.Receiver;
import iq.sendy.fakes.Visit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A receiver that outlives every Sendy, and its ledger. It fails some first attempts and is slow about others, so that kills
 * find attempts under way; while its gate is closed, it answers nobody.
 */
final class Witness implements AutoCloseable {

    private static final Duration SLOW = Duration.ofMillis(300);

    private final Receiver receiver = Receiver.that(this::meet);
    private final ConcurrentMap<String, Told> told = new ConcurrentHashMap<>();
    private final Queue<String> surprises = new ConcurrentLinkedQueue<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final boolean moody;
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile String secret = "";

    /** @param moody whether it is slow and fails now and then */
    Witness(boolean moody) {
        this.moody = moody;
    }

    /** What came of one event: the digest of its body, and the attempts by their numbers. */
    record Told(String body, List<Integer> attempts) {}

    String url() {
        return receiver.url();
    }

    void knows(String signingSecret) {
        secret = signingSecret;
    }

    void closeGate() {
        gate = new CountDownLatch(1);
    }

    void openGate() {
        gate.countDown();
    }

    int requests() {
        return requests.get();
    }

    /** By the event's id. */
    Map<String, Told> told() {
        return Map.copyOf(told);
    }

    /** What no fault excuses: a wrong signature, another body under a known id, an attempt that came twice. */
    List<String> surprises() {
        return List.copyOf(surprises);
    }

    private void meet(Visit visit) throws IOException, InterruptedException {
        for (var request = visit.read(); request != null; request = visit.read()) {
            requests.incrementAndGet();
            var id = String.valueOf(request.header("webhook-id"));
            var attempt = Integer.parseInt(String.valueOf(request.header("x-sendy-attempt")));
            note(id, attempt, request);
            gate.await();
            var mood = moody ? Math.floorMod(id.hashCode(), 40) : 1;
            if (mood == 2 || mood == 3) {
                visit.pause(SLOW);
            }
            var fails = mood == 0 && attempt == 1;
            visit.say("HTTP/1.1 " + (fails ? "500" : "200") + " As Told\r\nContent-Length: 0\r\n\r\n");
        }
    }

    private void note(String id, int attempt, Received request) {
        var body = request.body().toArray();
        if (!hmac(body).equals(request.header("x-sendy-signature"))) {
            surprises.add(id + " is signed wrongly");
        }
        var digest = sha256(body);
        told.compute(id, (_, before) -> {
            var known = before == null ? new Told(digest, List.of()) : before;
            if (!known.body().equals(digest)) {
                surprises.add(id + " came with another body");
            }
            if (known.attempts().contains(attempt)) {
                surprises.add(id + " came twice as attempt " + attempt);
            }
            var attempts = new ArrayList<>(known.attempts());
            attempts.add(attempt);
            return new Told(known.body(), List.copyOf(attempts));
        });
    }

    private String hmac(byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    @Override
    public void close() {
        openGate();
        receiver.close();
    }
}
