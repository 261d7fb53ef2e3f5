package iq.sendy.messaging.jobs;

import iq.sendy.kernel.Bytes;
import iq.sendy.media.ImageReencoder;
import iq.sendy.media.Images;
import iq.sendy.media.ReencodeResult;
import iq.sendy.messaging.FetchedMedium;
import iq.sendy.messaging.FetchedMedium.Declined;
import iq.sendy.messaging.FetchedMedium.Kept;
import iq.sendy.messaging.MediaKind;
import iq.sendy.messaging.MediumToFetch;
import iq.sendy.messaging.model.SniffedType;
import iq.sendy.meta.MessageKind;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Judges the bytes of a medium by what they are. Pictures are drawn anew, so that what is shown is pixels and nothing else;
 * what was sent as a document is kept as it came, and only ever handed out as a file.
 */
@Component
class MediumReader {

    private static final int MEBIBYTE = 1 << 20;

    /** Messages that show something: what comes as one of them and is no medium is not what it says. */
    private static final Set<MessageKind> SHOWN =
            Set.of(MessageKind.IMAGE, MessageKind.STICKER, MessageKind.AUDIO, MessageKind.VIDEO);

    private final ImageReencoder reencoder;

    MediumReader(ImageReencoder reencoder) {
        this.reencoder = reencoder;
    }

    /** What is kept of it; throws where it could not be drawn now. */
    FetchedMedium read(MediumToFetch medium, Bytes content) {
        var declared = medium.messageKind() == MessageKind.AUDIO ? MediaKind.AUDIO : MediaKind.DOCUMENT;
        var type = SniffedType.of(content.toArray(), declared);
        if (medium.messageKind() == MessageKind.DOCUMENT) {
            type = new SniffedType(MediaKind.DOCUMENT, type.mediaType(), type.extension());
        }
        if (content.length() == 0 || (SHOWN.contains(medium.messageKind()) && type.kind() == MediaKind.DOCUMENT)) {
            return new Declined("other_type");
        }
        if (content.length() > most(type.kind())) {
            return new Declined("too_large");
        }
        return type.kind() == MediaKind.IMAGE ? drawn(content) : new Kept(type, content);
    }

    private static int most(MediaKind kind) {
        return switch (kind) {
            case IMAGE -> Images.MOST_BYTES;
            case AUDIO -> 16 * MEBIBYTE;
            case VIDEO, DOCUMENT -> 25 * MEBIBYTE;
        };
    }

    private FetchedMedium drawn(Bytes picture) {
        return switch (reencoder.reencode(picture)) {
            case ReencodeResult.Reencoded(var type, var sizes) ->
                new Kept(
                        new SniffedType(MediaKind.IMAGE, type.mediaType(), type.toString()),
                        sizes.getFirst().body());
            case ReencodeResult.Unreadable _ -> new Declined("unreadable");
            case ReencodeResult.TooBusy _ -> throw new IllegalStateException("No turn to draw a picture");
        };
    }
}
