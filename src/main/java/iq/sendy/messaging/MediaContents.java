package iq.sendy.messaging;

import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.store.MediaStore;
import iq.sendy.platform.sql.Pipeline;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Bytes of media, read slice by slice so that a film lies in nobody's memory as a whole. */
@Service
public class MediaContents {

    /** What is read at once. */
    public static final int SLICE = 1 << 20;

    private final MediaStore media;
    private final Pipeline pipeline;

    MediaContents(MediaStore media, Pipeline pipeline) {
        this.media = media;
        this.pipeline = pipeline;
    }

    /** What a conversation has by that id; empty while it is not here, and once its message was unsent. */
    @Transactional(readOnly = true)
    public Optional<StoredMedium> find(StoreId store, UUID conversation, UUID medium) {
        return pipeline.ask(media.stored(store, conversation, medium)).first();
    }

    /** A slice; empty when it is gone meanwhile. */
    @Transactional(readOnly = true)
    public Optional<Bytes> slice(StoreId store, UUID medium, long from, int length) {
        return pipeline.ask(media.slice(store, medium, from, length)).first();
    }
}
