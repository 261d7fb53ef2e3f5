package iq.sendy.media;

import iq.sendy.kernel.StoreId;
import iq.sendy.media.store.ImageStore;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.ids.SecretNames;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The pictures of stores. */
@Service
public class Images {

    public static final int MOST_BYTES = 10 << 20;

    private final ImageStore images;
    private final Pipeline pipeline;
    private final Audit audit;
    private final UuidGenerator uuidGenerator;
    private final SecretNames names;
    private final Clock clock;

    Images(
            ImageStore images,
            Pipeline pipeline,
            Audit audit,
            UuidGenerator uuidGenerator,
            SecretNames names,
            Clock clock) {
        this.images = images;
        this.pipeline = pipeline;
        this.audit = audit;
        this.uuidGenerator = uuidGenerator;
        this.names = names;
        this.clock = clock;
    }

    /** Stores a picture that was encoded anew. */
    @Transactional
    public ImageView add(StoreId store, Actor actor, ReencodeResult.Reencoded picture) {
        var widest = picture.sizes().getFirst();
        var image = new ImageView(uuidGenerator.next(), names.next(), picture.type(), widest.width(), widest.height());
        pipeline.send(List.of(
                images.insert(store, image, clock.instant()), images.insertSizes(store, image.id(), picture.sizes())));
        audit.record(
                store,
                actor,
                new Audit.Change(
                        "image.uploaded",
                        "image",
                        image.id(),
                        null,
                        Map.of("width", image.width(), "height", image.height())));
        return image;
    }

    /**
     * The narrowest size of a picture that is at least so wide; the picture itself where none is.
     *
     * @param known the width that the asker has already, 0 for none: its bytes are then left out
     */
    @Transactional(readOnly = true)
    public Optional<Rendition> find(StoreId store, String name, ImageType type, int width, int known) {
        return pipeline.ask(images.find(store, name, type, width, known)).first();
    }
}
