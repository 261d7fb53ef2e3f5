package iq.sendy.media.web;

import iq.sendy.media.Images;
import iq.sendy.media.ReencodeResult;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.StoreController;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.Prepared;
import iq.sendy.platform.body.Upload;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;

/** Uploads of images. */
@StoreController
class ImageController {

    private final Images images;

    ImageController(Images images) {
        this.images = images;
    }

    record ImageBody(UUID id, String url, int width, int height) {}

    @PostMapping("/uploads/images")
    @Upload(most = Images.MOST_BYTES + Upload.AROUND)
    @Allows(permission = "products.manage", scope = "catalog:write")
    @Describes(
            value = "Upload a picture: JPEG, PNG or WebP of at most 10 MiB and 40 megapixels, drawn anew in web sizes",
            refuses = ReencodeResult.class)
    Answer<ImageBody> upload(
            @Prepared(by = UploadReencoding.class) @Nullable ReencodeResult picture, Caller caller, Actor actor) {
        return switch (picture) {
            case ReencodeResult.Reencoded encoded -> {
                var image = images.add(caller.store(), actor, encoded);
                yield Answer.ok(
                        "image.uploaded",
                        new ImageBody(image.id(), images.url(caller.store(), image), image.width(), image.height()));
            }
            case ReencodeResult.Unreadable unreadable -> Answer.refused(unreadable);
            case ReencodeResult.TooBusy _ ->
                new Answer<>(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "server.busy",
                        null,
                        List.of(Violation.of("server.busy")),
                        Map.of(HttpHeaders.RETRY_AFTER, "5"));
            case null -> Answer.badRequest(Violation.at("file", "field.required"));
        };
    }
}
