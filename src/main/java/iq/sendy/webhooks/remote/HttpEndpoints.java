package iq.sendy.webhooks.remote;

import iq.sendy.egress.AddressVerdict;
import iq.sendy.egress.ExchangeLimits;
import iq.sendy.egress.ExchangeOutcome;
import iq.sendy.egress.GuardedClient;
import iq.sendy.kernel.Bytes;
import iq.sendy.webhooks.model.Endpoints;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Endpoints as they are on the internet: by the guarded client, within its usual limits. */
@Component
class HttpEndpoints implements Endpoints {

    private final GuardedClient client;

    HttpEndpoints(GuardedClient client) {
        this.client = client;
    }

    @Override
    public ExchangeOutcome post(String url, Map<String, String> headers, Bytes body) {
        return client.post(url, headers, body, ExchangeLimits.USUAL);
    }

    @Override
    public Judgement judge(String url) {
        return switch (client.judge(url)) {
            case AddressVerdict.Allowed _ -> Judgement.ALLOWED;
            case AddressVerdict.Refused _ -> Judgement.FORBIDDEN;
            case AddressVerdict.Undecided _ -> Judgement.UNDECIDED;
        };
    }
}
