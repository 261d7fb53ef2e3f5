package iq.sendy.dashboard.inbox;

import iq.sendy.dashboard.PictureUpload;
import iq.sendy.dashboard.PictureUpload.PictureTaken;
import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.StoreId;
import iq.sendy.media.Images;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.audit.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Pictures that go out with replies. They are drawn anew and kept before anything is sent, since Meta fetches them here and
 * since a refused reply comes back with its picture: nobody chooses it twice.
 */
@Component
class ReplyPictures {

    private static final int MEBIBYTE = 20;
    private static final String SMALL = "?w=180";
    private static final String LARGE = "?w=540";

    private final Images images;
    private final PictureUpload uploads;

    ReplyPictures(Images images, PictureUpload uploads) {
        this.images = images;
        this.uploads = uploads;
    }

    PictureTaken keep(Caller caller, Actor actor, Bytes file) {
        if (file.length() > Images.MOST_BYTES) {
            var most = Integer.toString(Images.MOST_BYTES >> MEBIBYTE);
            return new PictureTaken.Refused(
                    HttpStatus.CONTENT_TOO_LARGE,
                    Violation.at("file", "body.too_large", most).said("picture.large", List.of()));
        }
        return uploads.take(file, caller, actor);
    }

    /** The address of a picture that could be one of the store's own; null for any other. */
    @Nullable
    String own(StoreId store, @Nullable String url) {
        return url != null && images.path(store, url).isPresent() ? url : null;
    }

    /** One as the composer shows it. */
    String small(StoreId store, String url) {
        return sized(store, url, SMALL);
    }

    /** One as the line of a conversation shows it. */
    String large(StoreId store, String url) {
        return sized(store, url, LARGE);
    }

    private String sized(StoreId store, String url, String size) {
        return images.path(store, url).map(path -> path + size).orElse(url);
    }
}
