package iq.sendy.storefront;

import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Text;
import org.jspecify.annotations.Nullable;

/** A link that shall be made. */
@RefusedWith(code = "product.unknown")
public record ShareLinkRequest(
        @Required @Text(Text.NAME) @Example("\"ستوري الخميس\"")
        String label,

        @Text(Text.REFERENCE) @Example("\"ROSE-RED-12\"") @Nullable
        String sku) {

    /** Notes a product that is none. */
    public void check(Caller caller, LinkVisits visits, Violations violations) {
        if (sku != null && !visits.mayLeadTo(caller.store(), sku)) {
            violations.add("sku", "product.unknown");
        }
    }
}
