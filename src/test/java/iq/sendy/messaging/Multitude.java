package iq.sendy.messaging;

import iq.sendy.meta.Identity;
import iq.sendy.meta.InboundItem;
import iq.sendy.meta.InboundMessage;
import iq.sendy.meta.MessageEcho;
import iq.sendy.meta.MetaTrouble;
import iq.sendy.meta.Sender;
import iq.sendy.meta.StatusUpdate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Many people who write to many channels, and are answered in the app of Meta. */
final class Multitude {

    /** Somebody at one channel, by one name or two of which either may come alone. */
    record Person(Postbox inbox, int number, List<Identity> names) {}

    /**
     * A message with all that is told of it.
     *
     * @param status that is left in the end
     */
    record Written(
            Person person,
            String externalId,
            Instant at,
            boolean isInbound,
            @Nullable String status,
            List<InboundItem> items) {

        Postbox inbox() {
            return person.inbox();
        }
    }

    private static final List<String> WORDS = List.of("sent", "delivered", "read", "played");
    private static final List<String> STATUSES = List.of("Sent", "Delivered", "Read", "Played");

    private final Random random;
    private final Instant now;

    Multitude(Random random, Instant now) {
        this.random = random;
        this.now = now;
    }

    List<Written> writes(List<Postbox> inboxes, int messages) {
        var people = new ArrayList<Person>();
        for (var i = 0; i < inboxes.size(); i++) {
            for (var j = 0; j < 12 + random.nextInt(20); j++) {
                people.add(person(inboxes.get(i), i, j));
            }
        }
        var written = new ArrayList<Written>();
        // Once with all names, so that those who came by one of them are known to be one person in the end.
        for (var person : people) {
            written.add(inbound(person, person.names(), written.size()));
        }
        while (written.size() < messages) {
            var person = people.get((int) (people.size() * Math.pow(random.nextDouble(), 2)));
            written.add(
                    random.nextInt(5) == 0
                            ? outbound(person, written.size())
                            : inbound(person, some(person), written.size()));
        }
        return written;
    }

    private static Person person(Postbox inbox, int channel, int number) {
        return channel % 2 == 0
                ? new Person(
                        inbox,
                        number,
                        List.of(Postbox.waId("96477" + (10_000_000 + number)), Postbox.bsuid("IQ." + number)))
                : new Person(inbox, number, List.of(Postbox.igsid("9000000000" + (10_000 + number))));
    }

    private List<Identity> some(Person person) {
        var names = person.names();
        return random.nextBoolean() ? names : List.of(names.get(random.nextInt(names.size())));
    }

    /** To the second, as WhatsApp tells it; some come after days. */
    private Instant at() {
        var seconds = random.nextInt(20) == 0 ? random.nextInt(6 * 86_400) : random.nextInt(7_200);
        return now.minusSeconds(seconds);
    }

    private Written inbound(Person person, List<Identity> names, int number) {
        var id = "in." + number;
        var at = at();
        var message = new InboundMessage(
                Postbox.ACCOUNT,
                id,
                new Sender(names, "زبون " + person.number(), null),
                at,
                Postbox.text("رسالة " + number));
        return new Written(person, id, at, true, null, List.of(message));
    }

    private Written outbound(Person person, int number) {
        var id = "out." + number;
        var at = at();
        var items = new ArrayList<InboundItem>();
        items.add(new MessageEcho(
                Postbox.ACCOUNT, id, List.of(person.names().getFirst()), at, Postbox.text("جواب " + number)));
        var reached = random.nextInt(WORDS.size());
        for (var i = 0; i <= reached; i++) {
            items.add(Postbox.status(id, WORDS.get(i), at.plusSeconds(i)));
        }
        var failed = random.nextInt(10) == 0;
        if (failed) {
            items.add(new StatusUpdate(
                    Postbox.ACCOUNT,
                    id,
                    null,
                    "failed",
                    at,
                    List.of(new MetaTrouble("131026", "Undeliverable", null)),
                    null));
        }
        return new Written(person, id, at, false, failed ? "Failed" : STATUSES.get(reached), items);
    }
}
