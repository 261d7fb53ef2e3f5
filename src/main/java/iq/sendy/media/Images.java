package iq.sendy.media;

import iq.sendy.kernel.StoreId;
import iq.sendy.media.store.ImageStore;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.ids.SecretNames;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.url.PublicUrl;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
    private final PublicUrl publicUrl;
    private final Clock clock;

    Images(
            ImageStore images,
            Pipeline pipeline,
            Audit audit,
            UuidGenerator uuidGenerator,
            SecretNames names,
            PublicUrl publicUrl,
            Clock clock) {
        this.images = images;
        this.pipeline = pipeline;
        this.audit = audit;
        this.uuidGenerator = uuidGenerator;
        this.names = names;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /** Stores a picture that was encoded anew. */
    @Transactional
    public ImageView add(StoreId store, Actor actor, ReencodeResult.Reencoded picture) {
        return add(store, actor, uuidGenerator.next(), picture);
    }

    /** The same; under its id it is stored once, however often it comes. */
    @Transactional
    public ImageView add(StoreId store, Actor actor, UUID id, ReencodeResult.Reencoded picture) {
        return add(store, actor, id, picture, null);
    }

    /** One that goes out with a reply. */
    ImageView addToReply(StoreId store, Actor actor, UUID id, ReencodeResult.Reencoded picture) {
        return add(store, actor, id, picture, picture.bytes());
    }

    private ImageView add(
            StoreId store, Actor actor, UUID id, ReencodeResult.Reencoded picture, @Nullable Long replyBytes) {
        var widest = picture.sizes().getFirst();
        var fresh = new ImageView(id, names.next(), picture.type(), widest.width(), widest.height());
        var inserted = images.insert(store, fresh, replyBytes, clock.instant());
        var kept = images.image(store, id);
        pipeline.send(List.of(inserted, images.insertSizes(store, id, picture.sizes()), kept));
        if (inserted.any()) {
            audit.record(
                    store,
                    actor,
                    new Audit.Change(
                            "image.uploaded",
                            "image",
                            id,
                            null,
                            Map.of("width", fresh.width(), "height", fresh.height())));
        }
        return kept.single();
    }

    Query<ImageView> byId(StoreId store, UUID id) {
        return images.image(store, id);
    }

    /**
     * The narrowest size of a picture that is at least so wide; the picture itself where none is.
     *
     * @param known the width that the asker has already, 0 for none: its bytes are then left out
     */
    @Transactional(readOnly = true)
    public Optional<Rendition> find(ImagePath path, int width, int known) {
        return pipeline.ask(images.find(path.store(), path.name(), List.of(path.type()), width, known))
                .first();
    }

    /** The same of a picture whose type the asker does not know. */
    @Transactional(readOnly = true)
    public Optional<Rendition> findAny(StoreId store, String name, int width) {
        return pipeline.ask(images.find(store, name, List.of(ImageType.values()), width, 0))
                .first();
    }

    /** The whole address of a picture, as products and pages name it. */
    public String url(StoreId store, ImageView image) {
        return publicUrl.of(new ImagePath(store, image.name(), image.type()).toString());
    }

    /**
     * The sizes of those pictures among these addresses that this store keeps here, to share a trip of the caller's
     * transaction. What lies elsewhere has none: nobody fetches it to learn them.
     */
    public Query<SizedImage> sizes(StoreId store, Collection<String> urls) {
        var ours = new LinkedHashMap<String, ImagePath>();
        urls.forEach(url -> path(store, url).ifPresent(path -> ours.put(url, path)));
        return ours.isEmpty() ? Query.none() : images.sizes(store, ours);
    }

    /** The path of a picture of the store that could be here, by its whole address; empty for one that lies elsewhere. */
    public Optional<ImagePath> path(StoreId store, String url) {
        var folder = publicUrl.of(ImagePath.ROOT + store + "/");
        return url.startsWith(folder)
                ? ImagePath.of(store, withoutQuery(url.substring(folder.length())))
                : Optional.empty();
    }

    private static String withoutQuery(String file) {
        var query = file.indexOf('?');
        return query < 0 ? file : file.substring(0, query);
    }
}
