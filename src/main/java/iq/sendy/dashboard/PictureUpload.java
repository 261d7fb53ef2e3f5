package iq.sendy.dashboard;

import iq.sendy.kernel.Bytes;
import iq.sendy.media.ImageReencoder;
import iq.sendy.media.Images;
import iq.sendy.media.ReencodeResult;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.MultipartForm;
import iq.sendy.platform.body.Upload;
import iq.sendy.platform.secrets.Digests;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Takes the picture that a form brings as its {@code file}. */
@Component
public class PictureUpload {

    /** The most bytes of such a form. */
    public static final int MOST_OF_FORM = Images.MOST_BYTES + Upload.AROUND;

    private final Images images;
    private final ImageReencoder reencoder;

    PictureUpload(Images images, ImageReencoder reencoder) {
        this.images = images;
        this.reencoder = reencoder;
    }

    /** What came of it. */
    public sealed interface FileTaken {

        /**
         * It is stored.
         *
         * @param url under which anybody sees it
         * @param size of its widest form, in bytes
         */
        record Stored(String url, long size) implements FileTaken {}

        record Refused(HttpStatus status, Violation why) implements FileTaken {}
    }

    /**
     * Takes the picture of a form.
     *
     * @param place what it is for: the same file is kept there once, however often its form is sent
     */
    public FileTaken take(HttpServletRequest request, String place, Caller caller, Actor actor) {
        var file = MultipartForm.of(request, MOST_OF_FORM).file("file");
        return file.isEmpty()
                ? new FileTaken.Refused(HttpStatus.BAD_REQUEST, Violation.at("file", "field.required"))
                : take(file.get(), picture -> {
                    var id = id(place, digest(file.get()));
                    var image = images.add(caller.store(), actor, id, picture);
                    var widest = picture.sizes().getFirst().body().length();
                    return new FileTaken.Stored(images.url(caller.store(), image), widest);
                });
    }

    /** What a file is called among others, by its bytes. */
    public static String digest(Bytes file) {
        return HexFormat.of().formatHex(Digests.sha256(file.toArray()));
    }

    /** The id of a file where it is kept once. */
    public static UUID id(String place, String digest) {
        return UUID.nameUUIDFromBytes(Digests.sha256(place + "\n" + digest));
    }

    /** Draws a picture anew, which is then kept. */
    public FileTaken take(Bytes file, Function<ReencodeResult.Reencoded, FileTaken> keep) {
        return switch (reencoder.reencode(file)) {
            case ReencodeResult.Reencoded encoded -> keep.apply(encoded);
            case ReencodeResult.Unreadable unreadable ->
                new FileTaken.Refused(
                        HttpStatus.BAD_REQUEST, unreadable.violations().getFirst());
            case ReencodeResult.TooBusy _ ->
                new FileTaken.Refused(HttpStatus.SERVICE_UNAVAILABLE, Violation.of("server.busy"));
        };
    }
}
