package iq.sendy.llm.remote;

import iq.sendy.billing.AiProvider;
import iq.sendy.llm.model.AnthropicWire;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Models of Anthropic, or of a server that speaks like it. */
@Component
final class AnthropicProvider extends WiredProvider {

    AnthropicProvider(
            @Value("${sendy.anthropic.url:https://api.anthropic.com}") String url,
            @Value("${sendy.anthropic.key:}") String key,
            ProviderCalls calls) {
        super(AiProvider.ANTHROPIC, new AnthropicWire(), url, key, calls);
    }
}
