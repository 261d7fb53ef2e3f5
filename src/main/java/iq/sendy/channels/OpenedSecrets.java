package iq.sendy.channels;

import iq.sendy.kernel.StoreId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** App secrets as the database has them, each read in a transaction of its store. */
@Component
class OpenedSecrets {

    private final ChannelSecrets secrets;

    OpenedSecrets(ChannelSecrets secrets) {
        this.secrets = secrets;
    }

    @Transactional(readOnly = true)
    public Optional<String> of(StoreId store, UUID channel) {
        return secrets.appSecret(store, channel);
    }
}
