package iq.sendy.media;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.ids.SecretNames;
import java.util.Optional;

/** Path of a document below our public address: the store and a name that nobody guesses. */
public record DocumentPath(StoreId store, String name) {

    static final String ENDING = ".pdf";

    /** The document that a file's name stands for, if it could be one. */
    public static Optional<DocumentPath> of(StoreId store, String file) {
        return Optional.of(file)
                .filter(each -> each.endsWith(ENDING))
                .map(each -> each.substring(0, each.length() - ENDING.length()))
                .filter(SecretNames::valid)
                .map(name -> new DocumentPath(store, name));
    }

    @Override
    public String toString() {
        return ImagePath.ROOT + store + "/" + name + ENDING;
    }
}
