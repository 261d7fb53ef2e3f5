package iq.sendy.dashboard.settings;

import iq.sendy.kernel.Phone;
import iq.sendy.platform.body.Patch;
import iq.sendy.platform.body.ReferenceTo;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Secret;
import iq.sendy.platform.body.Text;
import java.util.UUID;

/** A member of staff as their form sends them, by the rules of the API's body. It prints without the password. */
record StaffDraft(
        @Required @Text(Text.NAME) Patch<String> fullName,
        @Required Patch<Phone> phone,
        @Required @ReferenceTo("role") Patch<UUID> roleId,
        @Required @Secret Patch<String> password,
        Patch<Boolean> isActive) {

    @Override
    public String toString() {
        return "a member as typed";
    }
}
