package iq.sendy.dashboard.inbox;

import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.StoreId;
import iq.sendy.media.ImageReencoder;
import iq.sendy.media.Images;
import iq.sendy.media.ReencodeResult;
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
    private final ImageReencoder reencoder;

    ReplyPictures(Images images, ImageReencoder reencoder) {
        this.images = images;
        this.reencoder = reencoder;
    }

    /** What came of a file. */
    sealed interface KeptPicture {

        record Kept(String url) implements KeptPicture {}

        record Unfit(HttpStatus status, List<Violation> faults) implements KeptPicture {}
    }

    KeptPicture keep(Caller caller, Actor actor, Bytes file) {
        if (file.length() > Images.MOST_BYTES) {
            var most = Integer.toString(Images.MOST_BYTES >> MEBIBYTE);
            return new KeptPicture.Unfit(
                    HttpStatus.CONTENT_TOO_LARGE,
                    List.of(Violation.at("file", "body.too_large", most).said("picture.large", List.of())));
        }
        return switch (reencoder.reencode(file)) {
            case ReencodeResult.Reencoded encoded ->
                new KeptPicture.Kept(images.url(caller.store(), images.add(caller.store(), actor, encoded)));
            case ReencodeResult.Unreadable unreadable ->
                new KeptPicture.Unfit(HttpStatus.BAD_REQUEST, unreadable.violations());
            case ReencodeResult.TooBusy _ ->
                new KeptPicture.Unfit(HttpStatus.SERVICE_UNAVAILABLE, List.of(Violation.of("server.busy")));
        };
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
