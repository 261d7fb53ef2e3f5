package iq.sendy.llm;

import iq.sendy.billing.AiProvider;
import iq.sendy.llm.model.SandboxModel;
import org.springframework.stereotype.Component;

/** Provider that is part of Sendy: no network, no key, and tokens that are counted the same way. */
@Component
final class SandboxProvider implements ChatProvider {

    @Override
    public AiProvider provider() {
        return AiProvider.SANDBOX;
    }

    @Override
    public ChatOutcome ask(ChatRequest request) {
        return SandboxModel.answer(request);
    }
}
