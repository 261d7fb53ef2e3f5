package iq.sendy.media.web;

import iq.sendy.media.ImageReencoder;
import iq.sendy.media.Images;
import iq.sendy.media.ReencodeResult;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.body.Preparation;
import iq.sendy.platform.body.PreparationRequest;
import iq.sendy.platform.body.Upload;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Draws an upload anew, where a file was sent: decoding takes too long for a transaction. */
@Component
class UploadReencoding implements Preparation<ReencodeResult> {

    private final ImageReencoder reencoder;

    UploadReencoding(ImageReencoder reencoder) {
        this.reencoder = reencoder;
    }

    @Override
    public @Nullable ReencodeResult prepare(PreparationRequest request) {
        var file = request.form(Images.MOST_BYTES + Upload.AROUND).file("file");
        if (file.isEmpty()) {
            return null;
        }
        if (file.get().length() > Images.MOST_BYTES) {
            throw new RequestRejected(
                    HttpStatus.CONTENT_TOO_LARGE,
                    Violation.of("body.too_large", Integer.toString(Images.MOST_BYTES >> 20)));
        }
        return reencoder.reencode(file.get());
    }
}
