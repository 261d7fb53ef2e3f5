package iq.sendy.llm;

import static java.util.stream.Collectors.toUnmodifiableMap;

import iq.sendy.billing.AiProvider;
import iq.sendy.llm.ChatOutcome.ProviderDown;
import iq.sendy.llm.model.TokenEstimate;
import iq.sendy.platform.tenancy.OutsideTransaction;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Providers of chat models, each by its wire. */
@Service
public class ChatProviders {

    private static final Duration NOT_SET_UP = Duration.ofMinutes(5);

    private final Map<AiProvider, ChatProvider> providers;

    ChatProviders(ObjectProvider<ChatProvider> providers) {
        this.providers = providers.stream().collect(toUnmodifiableMap(ChatProvider::provider, Function.identity()));
    }

    /** What a request costs at the most: the tokens that a budget holds before it is made. */
    public static TokenBound bound(ChatRequest request) {
        return new TokenBound(TokenEstimate.input(request), request.maxOutputTokens());
    }

    /** Asks a model once. It takes up to 45 seconds and stands in no transaction; who wants it repeated asks again. */
    public ChatOutcome ask(AiProvider provider, ChatRequest request) {
        OutsideTransaction.require("A call of a model");
        var wire = providers.get(provider);
        return wire == null ? new ProviderDown(NOT_SET_UP, "not_set_up") : wire.ask(request);
    }
}
