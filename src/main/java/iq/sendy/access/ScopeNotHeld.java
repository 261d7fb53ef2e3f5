package iq.sendy.access;

import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.api.Violation;
import java.util.List;

/** Refusal of who would give a key a scope: nobody gives away what they do not hold. */
@RefusedWith(status = 403, code = "scope.missing")
public record ScopeNotHeld(String scope) implements Refusal {

    @Override
    public List<Violation> violations() {
        return List.of(Violation.of("scope.missing", scope));
    }
}
