package iq.sendy.storefront.web;

import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.SchemaOf;
import iq.sendy.platform.api.StoreController;
import iq.sendy.platform.audit.Actor;
import iq.sendy.storefront.ShopAddresses;
import iq.sendy.storefront.StorefrontTemplate;
import iq.sendy.storefront.StorefrontTemplates;
import iq.sendy.storefront.Theme;
import iq.sendy.storefront.web.StorefrontBody.FaqBody;
import iq.sendy.storefront.web.StorefrontBody.PoliciesBody;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Templates of storefronts: look at them, and begin with one. */
@StoreController
class StorefrontTemplateController {

    private final StorefrontTemplates templates;
    private final ShopAddresses addresses;

    StorefrontTemplateController(StorefrontTemplates templates, ShopAddresses addresses) {
        this.templates = templates;
        this.addresses = addresses;
    }

    record TemplateBody(
            String id,
            String niche,
            String name,
            @SchemaOf(Theme.class) String theme,
            String description,
            List<FaqBody> faqs,
            PoliciesBody policies) {

        static TemplateBody of(StorefrontTemplate template) {
            return new TemplateBody(
                    template.id(),
                    template.id(),
                    template.name(),
                    template.theme().toString(),
                    template.description(),
                    FaqBody.of(template.faqs()),
                    PoliciesBody.of(template.policies()));
        }
    }

    @GetMapping("/storefront/templates")
    @Allows(permission = "storefront.view", scope = "storefront:read")
    @Describes("The templates that a storefront can begin with, one for each niche")
    Answer<Page<TemplateBody>> list(Paging paging, Caller caller) {
        var all = templates.list(caller.store()).stream().map(TemplateBody::of).toList();
        var cursor = paging.cursor();
        var from = cursor == null ? (int) Math.min(paging.offset(), all.size()) : after(all, cursor);
        var found = all.subList(from, Math.min(all.size(), from + paging.pageSize() + 1));
        return Answer.ok("storefront_template.listed", Page.of(paging, found, (long) all.size(), TemplateBody::id));
    }

    private static int after(List<TemplateBody> all, String last) {
        return all.stream().map(TemplateBody::id).toList().indexOf(last) + 1;
    }

    @PostMapping("/storefront/templates/{id}/apply")
    @Allows(permission = "storefront.manage", scope = "storefront:write")
    @Describes("Give the storefront a template's look, and its texts where the store has none of its own")
    Answer<StorefrontBody> apply(@PathVariable String id, Caller caller, Actor actor) {
        return templates
                .apply(caller.store(), actor, id)
                .map(storefront -> Answer.ok(
                        "storefront_template.applied", StorefrontBody.of(storefront, addresses, caller.currency())))
                .orElseGet(Answer::notFound);
    }
}
