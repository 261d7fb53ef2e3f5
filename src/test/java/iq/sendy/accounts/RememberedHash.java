package iq.sendy.accounts;

import iq.sendy.accounts.model.PasswordPolicy;
import iq.sendy.platform.compute.ComputeKind;
import iq.sendy.platform.compute.ComputePool;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Primary;

/**
 * Passwords at rest as tests write them: each is hashed once, as hard as ever, and then remembered, and so is each guess at
 * one. A run sets and guesses the same few a thousand times, and a hash is made to cost a twentieth of a second. Of a hash
 * that was made here the password is known: of wrong guesses at it, and at nobody's, the first is worked out.
 */
@Primary
public class RememberedHash extends PasswordHashing {

    private static final ConcurrentMap<String, String> REMEMBERED = new ConcurrentHashMap<>();
    private static final ConcurrentMap<Guess, Boolean> GUESSED = new ConcurrentHashMap<>();

    private static final ConcurrentMap<String, String> MADE_OF = new ConcurrentHashMap<>();
    private static final Set<String> WRONGLY_GUESSED_AT = ConcurrentHashMap.newKeySet();
    private static final String NOBODYS = "";

    private final ComputePool compute;

    /** A password, and what it was compared with; with nothing for a phone that nobody has. */
    private record Guess(String password, @Nullable String hash) {}

    public RememberedHash(ComputePool compute) {
        super(compute);
        this.compute = compute;
    }

    @Override
    String hash(String password) {
        var hash = REMEMBERED.computeIfAbsent(password, super::hash);
        MADE_OF.put(hash, PasswordPolicy.composed(password));
        return hash;
    }

    /** In its turn at the pool, remembered or not: who asks inside a transaction is refused as ever. */
    @Override
    boolean matches(String password, @Nullable String hash) {
        return compute.run(
                ComputeKind.PASSWORD_HASH,
                () -> GUESSED.computeIfAbsent(
                        new Guess(password, hash),
                        guess -> !isKnownAsWrong(guess) && super.matches(guess.password(), guess.hash())));
    }

    /** The first that is wrong is not known as such. */
    private static boolean isKnownAsWrong(Guess guess) {
        var hash = Objects.requireNonNullElse(guess.hash(), NOBODYS);
        var right = hash.equals(NOBODYS) ? NOBODYS : MADE_OF.get(hash);
        return right != null
                && !right.equals(PasswordPolicy.composed(guess.password()))
                && !WRONGLY_GUESSED_AT.add(hash);
    }
}
