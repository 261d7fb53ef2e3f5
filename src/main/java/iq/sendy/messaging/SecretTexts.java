package iq.sendy.messaging;

import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sealing.SecretBox;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Texts that their receiver alone may read, until they are sent: sealed for their message, so that no other row opens them. */
@Component
class SecretTexts {

    private final SecretBox box;

    SecretTexts(SecretBox box) {
        this.box = box;
    }

    Bytes seal(StoreId store, UUID message, String text) {
        return Bytes.of(box.seal(store, purpose(message), text.getBytes(StandardCharsets.UTF_8)));
    }

    String open(StoreId store, UUID message, Bytes sealed) {
        return new String(box.open(store, purpose(message), sealed.toArray()), StandardCharsets.UTF_8);
    }

    private static String purpose(UUID message) {
        return "messaging.outbound_attempt|secret_text|" + message;
    }
}
