package iq.sendy.media;

import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.FileNames;
import iq.sendy.kernel.StoreId;
import iq.sendy.media.store.DocumentStore;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.ids.SecretNames;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.url.PublicUrl;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The documents of stores: PDF alone, kept as they came and never shown by a browser as a page of ours. */
@Service
public class Documents {

    /** As much as of a picture. */
    public static final int MOST_BYTES = Images.MOST_BYTES;

    /** What is read at once. */
    public static final int SLICE = 64 << 10;

    private static final byte[] BEGINNING = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final String UNNAMED = "document.pdf";

    private final DocumentStore documents;
    private final Pipeline pipeline;
    private final Audit audit;
    private final SecretNames names;
    private final PublicUrl publicUrl;
    private final Clock clock;

    Documents(
            DocumentStore documents,
            Pipeline pipeline,
            Audit audit,
            SecretNames names,
            PublicUrl publicUrl,
            Clock clock) {
        this.documents = documents;
        this.pipeline = pipeline;
        this.audit = audit;
        this.names = names;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /** Whether the bytes begin as those of a PDF; what it is called and what its sender says of it decides nothing. */
    public static boolean isDocument(Bytes file) {
        return file.startsWith(BEGINNING);
    }

    /** Keeps a document that fits. */
    DocumentPath add(StoreId store, Actor actor, UUID id, String called, Bytes file) {
        if (!isDocument(file) || file.length() > MOST_BYTES) {
            throw new IllegalArgumentException("No document that is kept");
        }
        var safe = FileNames.safe(called, DocumentPath.ENDING);
        var path = new DocumentPath(store, names.next());
        pipeline.send(documents.insert(path, id, safe.isEmpty() ? UNNAMED : safe, file, clock.instant()));
        audit.record(
                store,
                actor,
                new Audit.Change("document.uploaded", "document", id, null, Map.of("bytes", file.length())));
        return path;
    }

    Query<DocumentPath> byId(StoreId store, UUID id) {
        return documents.path(store, id);
    }

    /** Its whole address. */
    String url(DocumentPath path) {
        return publicUrl.of(path.toString());
    }

    @Transactional(readOnly = true)
    public Optional<KeptDocument> find(DocumentPath path) {
        return pipeline.ask(documents.find(path)).first();
    }

    /** A slice; empty when it is gone meanwhile. */
    @Transactional(readOnly = true)
    public Optional<Bytes> slice(DocumentPath path, long from, int length) {
        return pipeline.ask(documents.slice(path, from, length)).first();
    }

    /** The path of a document of the store that could be here, by its whole address; empty for one that lies elsewhere. */
    public Optional<DocumentPath> path(StoreId store, String url) {
        var folder = publicUrl.of(ImagePath.ROOT + store + "/");
        return url.startsWith(folder) ? DocumentPath.of(store, url.substring(folder.length())) : Optional.empty();
    }
}
