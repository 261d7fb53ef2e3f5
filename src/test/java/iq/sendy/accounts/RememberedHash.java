package iq.sendy.accounts;

import iq.sendy.platform.compute.ComputeKind;
import iq.sendy.platform.compute.ComputePool;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Primary;

/**
 * Passwords at rest as tests write them: each is hashed once, as hard as ever, and then remembered, and so is each guess at
 * one. A run sets and guesses the same few a thousand times, and a hash is made to cost a twentieth of a second.
 */
@Primary
public class RememberedHash extends PasswordHashing {

    private static final ConcurrentMap<String, String> REMEMBERED = new ConcurrentHashMap<>();
    private static final ConcurrentMap<Guess, Boolean> GUESSED = new ConcurrentHashMap<>();

    private final ComputePool compute;

    /** A password, and what it was compared with; with nothing for a phone that nobody has. */
    private record Guess(String password, @Nullable String hash) {}

    public RememberedHash(ComputePool compute) {
        super(compute);
        this.compute = compute;
    }

    @Override
    String hash(String password) {
        return REMEMBERED.computeIfAbsent(password, super::hash);
    }

    /** In its turn at the pool, remembered or not: who asks inside a transaction is refused as ever. */
    @Override
    boolean matches(String password, @Nullable String hash) {
        return compute.run(
                ComputeKind.PASSWORD_HASH,
                () -> GUESSED.computeIfAbsent(
                        new Guess(password, hash), guess -> super.matches(guess.password(), guess.hash())));
    }
}
