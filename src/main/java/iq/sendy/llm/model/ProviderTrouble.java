package iq.sendy.llm.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Trouble of a provider: how far it reaches, and how long it lasts.
 *
 * @param rest how long nothing should be asked; null where nobody knows
 * @param errorClass for steps and logs: a word of ours
 */
public record ProviderTrouble(Extent extent, @Nullable Duration rest, String errorClass) {

    /** How far a trouble reaches. */
    public enum Extent {
        /** This request alone: the same one would be refused again. */
        REQUEST,
        /** It may pass by itself; if many have it, the provider is out. */
        PASSING,
        /** Too much was asked with this key: it rests for as long as the provider says. */
        RATE,
        /** Nothing goes with this key until somebody pays, or gives another one. */
        KEY
    }

    static ProviderTrouble request(String errorClass) {
        return new ProviderTrouble(Extent.REQUEST, null, errorClass);
    }

    static ProviderTrouble passing(@Nullable Duration rest, String errorClass) {
        return new ProviderTrouble(Extent.PASSING, rest, errorClass);
    }

    /** Without a word of the provider's nobody else rests. */
    static ProviderTrouble rate(@Nullable Duration wait) {
        return new ProviderTrouble(wait == null ? Extent.PASSING : Extent.RATE, wait, "rate_limited");
    }

    static ProviderTrouble key(Duration wait, String errorClass) {
        return new ProviderTrouble(Extent.KEY, wait, errorClass);
    }
}
