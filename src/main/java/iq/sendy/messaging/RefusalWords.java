package iq.sendy.messaging;

import iq.sendy.meta.GraphError;
import iq.sendy.platform.api.Violation;
import java.util.List;

/** Words for refusals of Meta: our explanation of its code, which stands beside it. */
final class RefusalWords {

    private RefusalWords() {}

    static Violation of(GraphError error) {
        var violation = Violation.of("social.refused", error.code())
                .said(error.explanation(), List.of(error.code()))
                .with("metaCode", error.code());
        var subcode = error.subcode();
        return subcode == null ? violation : violation.with("metaSubcode", subcode);
    }
}
