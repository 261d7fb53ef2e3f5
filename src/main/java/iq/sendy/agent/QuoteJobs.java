package iq.sendy.agent;

import iq.sendy.jobs.Jobs;
import iq.sendy.jobs.NewJob;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.ids.UuidGenerator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Jobs of quotes: what is to be done about one later, as rows of the transaction that wants it. */
@Component
public class QuoteJobs {

    /** Kind of the job that ends a quote whose time is over. */
    public static final String EXPIRE = "agent.expire-quote";

    /** Kind of the job that works a press of a quote's button off. */
    public static final String CONFIRM = "agent.confirm-quote";

    private final Jobs jobs;
    private final JsonMapper json;
    private final UuidGenerator uuidGenerator;

    QuoteJobs(Jobs jobs, JsonMapper json, UuidGenerator uuidGenerator) {
        this.jobs = jobs;
        this.json = json;
        this.uuidGenerator = uuidGenerator;
    }

    /** A press, where it came, and the message that it is; null of one that waited before they were noted. */
    public record PressedQuote(UUID conversation, @Nullable UUID message, QuotePress press) {}

    void expireLater(StoreId store, AgentQuote quote) {
        jobs.enqueue(
                store,
                List.of(NewJob.of(uuidGenerator.next(), EXPIRE, json.writeValueAsString(quote.id()))
                        .at(quote.expiresAt())));
    }

    /** Works a press off as soon as the message that it is has been stored. */
    public void pressed(StoreId store, List<PressedQuote> presses) {
        jobs.enqueue(
                store,
                presses.stream()
                        .map(press -> NewJob.of(uuidGenerator.next(), CONFIRM, json.writeValueAsString(press)))
                        .toList());
    }
}
