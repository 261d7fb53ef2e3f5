package iq.sendy.channels;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Primary;

/** The deployment's app secret, which a test may set: there is none before, and none again after {@link #reset}. */
@Primary
public class SwitchedSecret extends DeploymentSecret {

    private volatile @Nullable String set;

    SwitchedSecret() {
        super("");
    }

    @Override
    Optional<String> value() {
        return Optional.ofNullable(set);
    }

    void set(String secret) {
        set = secret;
    }

    void reset() {
        set = null;
    }
}
