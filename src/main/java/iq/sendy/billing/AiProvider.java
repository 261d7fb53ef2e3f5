package iq.sendy.billing;

import iq.sendy.kernel.WireWord;

/** Who runs a model; {@link #SANDBOX} is part of Sendy and needs no network. */
public enum AiProvider implements WireWord {
    OPENAI("openai"),
    ANTHROPIC("anthropic"),
    SANDBOX("sandbox");

    private final String word;

    AiProvider(String word) {
        this.word = word;
    }

    /** The contract's word. */
    @Override
    public String toString() {
        return word;
    }
}
