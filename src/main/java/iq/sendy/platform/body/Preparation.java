package iq.sendy.platform.body;

import org.jspecify.annotations.Nullable;

/**
 * The slow part of an operation, done before its transaction: what asks other people's servers, or works for long. With an
 * {@code Idempotency-Key} the operation runs inside a transaction, so what it needs of this kind is asked before the key is
 * claimed: after the rights and the readable body are checked, once for a request however often its step is tried, and not
 * for one whose answer is kept.
 *
 * @param <T> what comes of it; the operation finds it in a parameter with {@link Prepared}
 */
public interface Preparation<T> {

    /** Null where the request is too faulty to prepare anything: to complain is the operation's part. */
    @Nullable
    T prepare(PreparationRequest request);
}
