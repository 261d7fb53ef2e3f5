package iq.sendy.dashboard.inbox;

import iq.sendy.dashboard.PictureUpload;
import iq.sendy.dashboard.PictureUpload.FileTaken;
import iq.sendy.dashboard.inbox.ThreadLine.SentFile;
import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.StoreId;
import iq.sendy.media.Documents;
import iq.sendy.media.Images;
import iq.sendy.media.KeptReplyFile;
import iq.sendy.media.OutgoingFiles;
import iq.sendy.messaging.ReplyFile;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.audit.Actor;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Pictures and documents that go out with replies. A picture is drawn anew, and both are kept before anything is sent, since
 * Meta fetches them here and since a refused reply comes back with its file: nobody chooses it twice.
 */
@Component
class ReplyFiles {

    /** Of a document as of a picture. */
    static final int MOST_BYTES = Documents.MOST_BYTES;

    private static final int MEBIBYTE = 20;
    private static final String SMALL = "?w=180";
    private static final String LARGE = "?w=540";

    private final Images images;
    private final Documents documents;
    private final OutgoingFiles outgoing;
    private final PictureUpload uploads;

    ReplyFiles(Images images, Documents documents, OutgoingFiles outgoing, PictureUpload uploads) {
        this.images = images;
        this.documents = documents;
        this.outgoing = outgoing;
        this.uploads = uploads;
    }

    /** @param id under which it is kept once */
    FileTaken keep(Caller caller, Actor actor, UUID id, Bytes file, String fileName) {
        if (file.length() > MOST_BYTES) {
            var most = Integer.toString(MOST_BYTES >> MEBIBYTE);
            return new FileTaken.Refused(
                    HttpStatus.CONTENT_TOO_LARGE,
                    Violation.at("file", "body.too_large", most).said("file.large", List.of()));
        }
        return Documents.isDocument(file)
                ? taken(outgoing.add(caller.store(), actor, id, fileName, file), file)
                : uploads.take(file, picture -> taken(outgoing.add(caller.store(), actor, id, picture), file));
    }

    private static FileTaken taken(KeptReplyFile kept, Bytes file) {
        return switch (kept) {
            case KeptReplyFile.KeptAt(var url) -> new FileTaken.Stored(url, file.length());
            case KeptReplyFile.NoRoom _ ->
                new FileTaken.Refused(
                        HttpStatus.CONFLICT,
                        Violation.at("file", "field.out_of_range").said("file.no_room", List.of()));
        };
    }

    /** What would be sent of a file that is not kept yet. */
    static ReplyFile planned(Bytes file) {
        return Documents.isDocument(file) ? ReplyFile.document("", "") : ReplyFile.picture("");
    }

    /** The file of the store that lies at an address; null where there is none, as at an address that was made up. */
    @Nullable
    ReplyFile own(StoreId store, @Nullable String url) {
        if (url == null) {
            return null;
        }
        return images.path(store, url)
                .map(_ -> ReplyFile.picture(url))
                .or(() -> documents
                        .path(store, url)
                        .flatMap(documents::find)
                        .map(found -> ReplyFile.document(url, found.fileName())))
                .orElse(null);
    }

    /** One as the composer shows it. */
    SentFile small(StoreId store, ReplyFile file) {
        return shown(store, file, SMALL);
    }

    /** One as the line of a conversation shows it. */
    SentFile large(StoreId store, ReplyFile file) {
        return shown(store, file, LARGE);
    }

    private SentFile shown(StoreId store, ReplyFile file, String size) {
        var path = images.path(store, file.url()).map(found -> found + size).orElse(file.url());
        return new SentFile(file.url(), path, file.fileName());
    }
}
