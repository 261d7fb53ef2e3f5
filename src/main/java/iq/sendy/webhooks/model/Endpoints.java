package iq.sendy.webhooks.model;

import iq.sendy.egress.ExchangeOutcome;
import iq.sendy.kernel.Bytes;
import java.util.Map;

/** Other people's servers that are told of events. */
public interface Endpoints {

    /** Sends the bytes as they are; it never throws for what the other side does. */
    ExchangeOutcome post(String url, Map<String, String> headers, Bytes body);

    /** Whether an address may be subscribed at all, by its looks and by what its name resolves to now. */
    Judgement judge(String url);

    /** What is thought of an address. */
    enum Judgement {
        ALLOWED,
        FORBIDDEN,
        /** Too many names are being looked up, so this one was not. */
        UNDECIDED
    }
}
