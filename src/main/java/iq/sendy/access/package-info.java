/**
 * Access control: what people and programs may do. Permissions and scopes, a store's own roles, the staff that have them,
 * and the API keys of programs. It finds the caller behind every credential. It asks {@code accounts} who somebody is, and
 * {@code stores} whether their store may trade.
 *
 * <p>Its tables, {@code role}, {@code api_key} and {@code api_key_owner}, stand in the schema {@code identity} beside those
 * of {@code accounts}: a member points to a role that cannot be deleted meanwhile, and no foreign key crosses schemas.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform :: api",
            "platform :: audit",
            "platform :: body",
            "platform :: ids",
            "platform :: secrets",
            "platform :: sql",
            "platform :: tenancy",
            "accounts",
            "billing",
            "stores"
        })
package iq.sendy.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
