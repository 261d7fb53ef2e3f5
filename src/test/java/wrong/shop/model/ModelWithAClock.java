package wrong.shop.model;

import java.time.Clock;
import java.time.Instant;

record ModelWithAClock(Clock clock) {

    Instant now() {
        return clock.instant();
    }
}
