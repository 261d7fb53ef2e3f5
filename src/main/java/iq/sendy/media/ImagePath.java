package iq.sendy.media;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.ids.SecretNames;
import java.util.Optional;
import java.util.UUID;

/** Path of an image below our public address: the store, a name that nobody guesses, and the type. */
public record ImagePath(StoreId store, String name, ImageType type) {

    /** What all of them begin with. */
    public static final String ROOT = "/media/";

    private static final int ID_LENGTH = 36;

    /** The store that a path names, spelled as ids are. */
    public static Optional<StoreId> store(String written) {
        if (written.length() != ID_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(written))
                    .filter(id -> id.toString().equals(written))
                    .map(StoreId::new);
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** The image that a file's name stands for, if it could be one. */
    public static Optional<ImagePath> of(StoreId store, String file) {
        var dot = file.indexOf('.');
        if (dot < 0 || !SecretNames.valid(file.substring(0, dot))) {
            return Optional.empty();
        }
        return ImageType.of(file.substring(dot + 1)).map(type -> new ImagePath(store, file.substring(0, dot), type));
    }

    @Override
    public String toString() {
        return ROOT + store + "/" + name + "." + type;
    }
}
