package iq.sendy.storefront.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.api.StoreController;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.Body;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.Prepared;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Text;
import iq.sendy.storefront.DomainLookup;
import iq.sendy.storefront.PublishStorefront;
import iq.sendy.storefront.ShopAddresses;
import iq.sendy.storefront.StorefrontDomains;
import iq.sendy.storefront.StorefrontFields;
import iq.sendy.storefront.StorefrontRequest;
import iq.sendy.storefront.StorefrontView;
import iq.sendy.storefront.Storefronts;
import iq.sendy.storefront.VerifyDomain;
import iq.sendy.stores.ChangeSlug;
import iq.sendy.stores.Slugs;
import iq.sendy.stores.Stores;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;

/** The storefront of a store: read, set up, open and close, and its addresses. */
@StoreController
class StorefrontController {

    private final Storefronts storefronts;
    private final StorefrontDomains domains;
    private final StorefrontFields fields;
    private final Stores stores;
    private final Slugs slugs;
    private final ShopAddresses addresses;

    StorefrontController(
            Storefronts storefronts,
            StorefrontDomains domains,
            StorefrontFields fields,
            Stores stores,
            Slugs slugs,
            ShopAddresses addresses) {
        this.storefronts = storefronts;
        this.domains = domains;
        this.fields = fields;
        this.stores = stores;
        this.slugs = slugs;
        this.addresses = addresses;
    }

    @RefusedWith(code = {"slug.invalid", "slug.reserved"})
    record SlugRequest(
            @Required @Text(50) @Example("\"flora-baghdad\"")
            String slug) {}

    record PublicationBody(
            @Nullable String slug,
            @JsonProperty("is_published") boolean isPublished,
            @Nullable String publicUrl) {}

    @GetMapping("/storefront")
    @Allows(permission = "storefront.view", scope = "storefront:read")
    @Describes("How the storefront is set up, open or not")
    Answer<StorefrontBody> get(Caller caller) {
        return answer("storefront.found", storefronts.find(caller.store()), caller);
    }

    @PutMapping("/storefront")
    @Allows(permission = "storefront.manage", scope = "storefront:write")
    @Describes("Change some of how the storefront is set up; visitors see it within a second")
    Answer<StorefrontBody> change(@Body Bound<StorefrontRequest> body, Caller caller, Actor actor) {
        var read = fields.read(body.value(), body.problems());
        var request = body.valid();
        var changed = storefronts.change(
                caller.store(), actor, caller.currency(), (before, token) -> request.over(before, read, token));
        return answer("storefront.updated", changed, caller);
    }

    @PostMapping("/storefront/publish")
    @Allows(permission = "storefront.manage", scope = "storefront:write")
    @Describes(value = "Open the storefront to visitors", refuses = PublishStorefront.Result.class)
    Answer<PublicationBody> publish(Caller caller, Actor actor) {
        return switch (storefronts.publish(caller.store(), actor)) {
            case PublishStorefront.Result.Published(var storefront) ->
                Answer.ok("storefront.published", publication(storefront));
            case PublishStorefront.Result.NoSlug noSlug -> Answer.refused(noSlug);
        };
    }

    @DeleteMapping("/storefront/publish")
    @Allows(permission = "storefront.manage", scope = "storefront:write")
    @Describes("Close the storefront: nobody finds it until it is published again")
    Answer<PublicationBody> close(Caller caller, Actor actor) {
        return Answer.ok("storefront.unpublished", publication(storefronts.close(caller.store(), actor)));
    }

    @PutMapping("/storefront/slug")
    @Allows(permission = "storefront.manage", scope = "storefront:write")
    @Describes(
            value = "Move the shop to another address; the old one goes on leading to it",
            refuses = ChangeSlug.Result.class)
    Answer<StorefrontBody> move(@Body Bound<SlugRequest> body, Caller caller, Actor actor) {
        var wanted = body.value().slug();
        if (wanted != null) {
            stores.slugViolation(wanted).ifPresent(body.problems()::add);
        }
        return switch (slugs.change(
                caller.store(), actor, new ChangeSlug(body.valid().slug()))) {
            case ChangeSlug.Result.Changed(var _) ->
                answer("storefront.slug_changed", storefronts.find(caller.store()), caller);
            case Refusal refusal -> Answer.refused(refusal);
        };
    }

    @PostMapping("/storefront/domain/verify")
    @Allows(permission = "storefront.manage", scope = "storefront:write")
    @Describes(
            value = "Prove by its DNS that the custom domain is the store's own",
            refuses = VerifyDomain.Result.class)
    Answer<StorefrontBody> verify(
            @Prepared(by = DomainLookup.class) VerifyDomain evidence, Caller caller, Actor actor) {
        return switch (domains.verify(caller.store(), actor, evidence)) {
            case VerifyDomain.Result.Verified(var storefront) ->
                answer("storefront.domain_verified", storefront, caller);
            case Refusal refusal -> Answer.refused(refusal);
        };
    }

    private Answer<StorefrontBody> answer(String message, StorefrontView storefront, Caller caller) {
        return Answer.ok(message, StorefrontBody.of(storefront, addresses, caller.currency()));
    }

    private PublicationBody publication(StorefrontView storefront) {
        var slug = storefront.slug();
        return new PublicationBody(
                slug, storefront.face().published(), slug == null ? null : addresses.publicUrl(slug));
    }
}
