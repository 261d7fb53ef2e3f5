package iq.sendy.dashboard;

import iq.sendy.kernel.Uuids;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.pages.PageForm;
import java.util.Map;
import java.util.UUID;

/**
 * Hidden field of a form of something new, with the id that this will have: sent twice, even at the same moment, the form
 * makes one thing.
 */
public final class OnceField {

    private static final String NAME = "once";

    private OnceField() {}

    /** A form as it is opened. */
    public static PageForm fresh(UuidGenerator uuidGenerator) {
        return PageForm.empty().with(NAME, uuidGenerator.next());
    }

    /** The id that the form was given; a new one when nobody gave it any. */
    public static UUID id(Map<String, String[]> sent, UuidGenerator uuidGenerator) {
        var given = sent.get(NAME);
        return given == null ? uuidGenerator.next() : Uuids.parse(given[0]).orElseGet(uuidGenerator::next);
    }
}
