package iq.sendy.llm.remote;

import iq.sendy.billing.AiProvider;
import iq.sendy.llm.model.OpenAiWire;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Models of OpenAI, or of a server that speaks like it. */
@Component
final class OpenAiProvider extends WiredProvider {

    OpenAiProvider(
            @Value("${sendy.openai.url:https://api.openai.com/v1}") String url,
            @Value("${sendy.openai.key:}") String key,
            ProviderCalls calls) {
        super(AiProvider.OPENAI, new OpenAiWire(), url, key, calls);
    }
}
