package iq.sendy.channels;

import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** App secret of the deployment: it vouches for the deliveries of channels that have none of their own. */
@Component
class DeploymentSecret {

    private final String secret;

    DeploymentSecret(@Value("${sendy.meta.app.secret:}") String secret) {
        this.secret = secret.strip();
    }

    Optional<String> value() {
        return Optional.of(secret).filter(given -> !given.isEmpty());
    }
}
