package iq.sendy.media;

import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.StoreId;
import iq.sendy.media.store.ReplyFileStore;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.ids.SecretNames;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.StoreLock;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files that go out with replies: documents as they came, and pictures drawn anew. A store keeps so many bytes of them and
 * no more, and they go with the contact they were sent to.
 */
@Service
public class OutgoingFiles {

    private final ReplyFileStore files;
    private final Documents documents;
    private final Images images;
    private final Pipeline pipeline;
    private final long room;

    OutgoingFiles(
            ReplyFileStore files,
            Documents documents,
            Images images,
            Pipeline pipeline,
            @Value("${sendy.inbox.files.mebibytes:5120}") long mebibytes) {
        this.files = files;
        this.documents = documents;
        this.images = images;
        this.pipeline = pipeline;
        this.room = mebibytes << 20;
    }

    /**
     * Keeps a document.
     *
     * @param id under which it is kept once, however often it is sent
     * @param called as its sender calls it
     */
    @Transactional
    public KeptReplyFile add(StoreId store, Actor actor, UUID id, String called, Bytes file) {
        return kept(
                new FileToKeep<>(store, documents.byId(store, id), file.length()),
                () -> documents.add(store, actor, id, called, file),
                documents::url);
    }

    /** Keeps a picture, in the same way. */
    @Transactional
    public KeptReplyFile add(StoreId store, Actor actor, UUID id, ReencodeResult.Reencoded picture) {
        return kept(
                new FileToKeep<>(store, images.byId(store, id), picture.bytes()),
                () -> images.addToReply(store, actor, id, picture),
                image -> images.url(store, image));
    }

    /**
     * A file that is to be kept.
     *
     * @param there finds it where it is kept already
     */
    private record FileToKeep<T>(StoreId store, Query<T> there, long bytes) {}

    /** One after the other in a store, so that two which fit alone do not both come in where there is room for one. */
    private <T> KeptReplyFile kept(FileToKeep<T> file, Supplier<T> adding, Function<T, String> url) {
        var taken = files.bytes(file.store());
        pipeline.send(StoreLock.take(file.store(), "media.reply"), file.there(), taken);
        if (!file.there().any() && taken.single() + file.bytes() > room) {
            return new KeptReplyFile.NoRoom();
        }
        return new KeptReplyFile.KeptAt(url.apply(file.there().first().orElseGet(adding)));
    }

    /**
     * Erases those of the store that lie at these addresses; others are left out, and pictures that were uploaded for
     * something else. Our own address may have been another one when they were given, and a name is enough.
     */
    @Transactional
    public void erase(StoreId store, Collection<String> urls) {
        var names = urls.stream()
                .map(OutgoingFiles::name)
                .filter(SecretNames::valid)
                .toList();
        if (!names.isEmpty()) {
            pipeline.send(files.erase(store, names));
        }
    }

    /** What stands between the last slash of an address and the ending behind it. */
    private static String name(String url) {
        var file = url.substring(url.lastIndexOf('/') + 1);
        return file.substring(0, Math.max(0, file.indexOf('.')));
    }
}
