package iq.sendy.accounts;

import iq.sendy.platform.compute.ComputePool;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.context.annotation.Primary;

/**
 * Passwords at rest as tests write them: each is hashed once, as hard as ever, and then remembered. A run sets the same
 * few a thousand times, and a hash is made to cost a twentieth of a second. Who signs in is compared as hard as ever, too.
 */
@Primary
public class RememberedHash extends PasswordHashing {

    private static final ConcurrentMap<String, String> REMEMBERED = new ConcurrentHashMap<>();

    public RememberedHash(ComputePool compute) {
        super(compute);
    }

    @Override
    String hash(String password) {
        return REMEMBERED.computeIfAbsent(password, super::hash);
    }
}
