package iq.sendy.access;

import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.api.Violation;
import java.util.List;

/** Refusal of who would give or take a permission that they do not hold themselves. */
@RefusedWith(status = 403, code = "permission.missing")
public record PermissionNotHeld(String permission)
        implements SaveRole.Result, DeleteRole.Result, SaveStaffMember.Result, RemoveStaffMember.Result, Refusal {

    @Override
    public List<Violation> violations() {
        return List.of(Violation.of("permission.missing", permission));
    }
}
