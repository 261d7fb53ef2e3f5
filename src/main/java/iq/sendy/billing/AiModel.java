package iq.sendy.billing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** AI model: what the agent of a store may be set to. */
public record AiModel(UUID id, ModelTerms terms, Instant createdAt, Instant updatedAt) {

    /**
     * What operators say of it.
     *
     * @param code the provider's own name of it
     * @param contextLimit how many tokens a conversation with it may have
     * @param cost null where nobody has said it
     */
    public record ModelTerms(
            AiProvider provider,
            String code,
            long contextLimit,
            @Nullable ModelCost cost) {}

    /** Whether it is the same model, whatever is said of it. */
    boolean is(ModelTerms other) {
        return terms.provider() == other.provider() && terms.code().equals(other.code());
    }
}
