package iq.sendy.dashboard.settings;

import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Secret;

/** A new password and the present one as their form sends them. It prints without them. */
record PasswordDraft(
        @Required @Secret String currentPassword,
        @Required @Secret String newPassword) {

    @Override
    public String toString() {
        return "two passwords";
    }
}
