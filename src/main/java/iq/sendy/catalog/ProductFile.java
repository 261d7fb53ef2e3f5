package iq.sendy.catalog;

import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.api.Violation;
import java.util.List;

/** What was found in the file of an import. */
public sealed interface ProductFile {

    record Lines(ProductSheet.ProductLines lines) implements ProductFile {}

    @RefusedWith(code = "file.unreadable", field = "file")
    record Unreadable(Violation why) implements ProductFile, Refusal {

        @Override
        public List<Violation> violations() {
            return List.of(why);
        }
    }
}
