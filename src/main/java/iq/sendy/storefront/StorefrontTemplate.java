package iq.sendy.storefront;

import iq.sendy.storefront.StorefrontSettings.Faq;
import iq.sendy.storefront.StorefrontSettings.Policies;
import java.util.List;

/**
 * Template of a niche: its look, and the texts that a shop of that kind begins with, in one language.
 *
 * @param theme its word is the template's id and the niche's word as well
 */
public record StorefrontTemplate(Theme theme, String name, String description, List<Faq> faqs, Policies policies) {

    public StorefrontTemplate {
        faqs = List.copyOf(faqs);
    }

    public String id() {
        return theme.toString();
    }
}
