package iq.sendy.accounts;

import iq.sendy.Shop;
import iq.sendy.platform.compute.ComputePool;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Primary;

/**
 * The password of all shops, hashed once. A run opens some seven hundred of them, and a hash is made to cost a
 * twentieth of a second. Each password is compared as hard as ever, and every other one is hashed.
 */
@Primary
public class RememberedHash extends PasswordHashing {

    private final AtomicReference<@Nullable String> remembered = new AtomicReference<>();

    public RememberedHash(ComputePool compute) {
        super(compute);
    }

    @Override
    String hash(String password) {
        if (!password.equals(Shop.PASSWORD)) {
            return super.hash(password);
        }
        var known = remembered.get();
        if (known == null) {
            known = super.hash(password);
            remembered.set(known);
        }
        return known;
    }
}
