package iq.sendy.messaging;

import iq.sendy.catalog.ProductPictures;
import iq.sendy.kernel.StoreId;
import iq.sendy.media.OutgoingFiles;
import iq.sendy.messaging.store.ContactErasureStore;
import iq.sendy.platform.sql.Pipeline;
import java.util.Collection;
import java.util.HashSet;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Erasure of the pictures and documents that were sent in conversations; what a product shows by now stays. */
@Component
class SentFileErasure {

    private final ContactErasureStore erasures;
    private final OutgoingFiles files;
    private final ProductPictures pictures;
    private final Pipeline pipeline;

    SentFileErasure(ContactErasureStore erasures, OutgoingFiles files, ProductPictures pictures, Pipeline pipeline) {
        this.erasures = erasures;
        this.files = files;
        this.pictures = pictures;
        this.pipeline = pipeline;
    }

    void erase(StoreId store, Collection<UUID> conversations) {
        var sent = pipeline.ask(erasures.files(store, conversations)).answer();
        if (sent.isEmpty()) {
            return;
        }
        var erased = new HashSet<>(sent);
        pipeline.ask(pictures.shown(store, sent)).answer().forEach(erased::remove);
        files.erase(store, erased);
    }
}
