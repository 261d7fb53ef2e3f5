/**
 * User accounts: owners, staff and operators with the phones they sign in with, registration, sign-ins, the tokens they
 * carry, passwords, and how guessing is slowed. It tells when a store is registered; it asks {@code stores}. What somebody
 * may do is asked of {@code access} through {@link iq.sendy.accounts.PermissionLookup}.
 *
 * <p>Operators open stores here and not at the door of {@code stores}, which is lower: a store is opened with its owner.
 *
 * <p>The tables of this module and of {@code access} stand in the schema {@code identity}: {@code member}, {@code sign_in},
 * {@code used_token}, {@code presence}, {@code login_phone}, {@code signing_key}, {@code wrong_guess} and
 * {@code familiar_network} are this module's, and each statement names those of one module.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform :: api",
            "platform :: audit",
            "platform :: body",
            "platform :: compute",
            "platform :: database",
            "platform :: ids",
            "platform :: limits",
            "platform :: sealing",
            "platform :: secrets",
            "platform :: settings",
            "platform :: sql",
            "platform :: tenancy",
            "stores"
        })
package iq.sendy.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
