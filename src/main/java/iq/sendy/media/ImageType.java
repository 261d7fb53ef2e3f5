package iq.sendy.media;

import java.util.Arrays;
import java.util.Optional;

/** Image format that pictures are written in: JPEG, or PNG where something shines through. */
public enum ImageType {
    JPG("jpg", "image/jpeg"),
    PNG("png", "image/png");

    private final String extension;
    private final String mediaType;

    ImageType(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /** The type with this extension, to the letter. */
    public static Optional<ImageType> of(String extension) {
        return Arrays.stream(values())
                .filter(each -> each.extension.equals(extension))
                .findFirst();
    }

    public String mediaType() {
        return mediaType;
    }

    /** The extension, as names end and rows say. */
    @Override
    public String toString() {
        return extension;
    }
}
