package iq.sendy.channels;

import iq.sendy.billing.AiModels;
import iq.sendy.meta.AccountAnswer;
import iq.sendy.meta.Graph;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.body.Preparation;
import iq.sendy.platform.body.PreparationRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks Meta, before an account is connected that only the deployment's secret would vouch for, whether its access token may
 * read it: Meta takes seconds, which no transaction may wait for.
 */
@Component
public class AccountAsking implements Preparation<AccountAnswer> {

    private final ChannelSecrets secrets;
    private final Graph graph;
    private final AiModels models;

    AccountAsking(ChannelSecrets secrets, Graph graph, AiModels models) {
        this.secrets = secrets;
        this.graph = graph;
        this.models = models;
    }

    /** Null where there is nothing to ask, or the request is refused anyway. */
    @Override
    public @Nullable AccountAnswer prepare(PreparationRequest request) {
        if (!secrets.deploymentHasOne() || !request.body().problems().isEmpty()) {
            return null;
        }
        var body = (ChannelRequest) request.body().value();
        var terms = body.over(null, request.caller().zone(), models, new Violations());
        return terms == null ? null : ask(terms, body);
    }

    /** The same of terms that were found sound; null where there is nothing to ask. */
    public @Nullable AccountAnswer ask(ChannelTerms terms, ChannelRequest body) {
        var token = body.accessToken().value();
        if (!secrets.deploymentHasOne() || token == null || body.appSecret().value() != null) {
            return null;
        }
        var account = terms.account();
        return graph.mayRead(ChannelSecrets.account(account, token), account.externalId());
    }
}
