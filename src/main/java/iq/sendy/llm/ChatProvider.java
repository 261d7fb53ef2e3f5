package iq.sendy.llm;

import iq.sendy.billing.AiProvider;

/** Provider of chat models: one wire, one call, nothing repeated. */
public interface ChatProvider {

    AiProvider provider();

    /** Asks a model once, outside of any transaction. */
    ChatOutcome ask(ChatRequest request);
}
