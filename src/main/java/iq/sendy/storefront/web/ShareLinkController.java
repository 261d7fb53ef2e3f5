package iq.sendy.storefront.web;

import iq.sendy.kernel.Currency;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.StoreController;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.Body;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.url.PublicUrl;
import iq.sendy.storefront.CreditedLink;
import iq.sendy.storefront.LinkSales;
import iq.sendy.storefront.LinkVisits;
import iq.sendy.storefront.ShareLinkRequest;
import iq.sendy.storefront.ShareLinks;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Share links: list, make and delete. */
@StoreController
class ShareLinkController {

    private final ShareLinks links;
    private final LinkVisits visits;
    private final PublicUrl publicUrl;

    ShareLinkController(ShareLinks links, LinkVisits visits, PublicUrl publicUrl) {
        this.links = links;
        this.visits = visits;
        this.publicUrl = publicUrl;
    }

    record ShareLinkBody(
            UUID id,
            String code,
            String label,
            @Nullable String sku,
            String url,
            String qrUrl,
            long visits,
            long orders,
            BigDecimal deliveredTotal,
            Instant createdAt) {

        /** @param url of the link */
        static ShareLinkBody of(CreditedLink credited, String url, Currency currency) {
            var link = credited.link();
            return new ShareLinkBody(
                    link.id(),
                    link.code(),
                    link.label(),
                    link.sku(),
                    url,
                    url + ".svg",
                    link.visits(),
                    credited.brought().orders(),
                    currency.onWire(credited.brought().deliveredTotal()),
                    link.createdAt());
        }
    }

    @GetMapping("/storefront/links")
    @Allows(permission = "storefront.view", scope = "storefront:read")
    @Describes("List the share links, newest first, each with what it has brought")
    Answer<Page<ShareLinkBody>> list(Paging paging, Caller caller) {
        return Answer.ok(
                "share_link.listed",
                links.list(caller.store(), paging).map(credited -> body(credited, caller.currency())));
    }

    @PostMapping("/storefront/links")
    @Allows(permission = "storefront.manage", scope = "storefront:write")
    @Describes("Make a share link to the shop, or to one product of it")
    Answer<ShareLinkBody> create(@Body Bound<ShareLinkRequest> body, Caller caller, Actor actor) {
        body.value().check(caller, visits, body.problems());
        var request = body.valid();
        var link = links.create(caller.store(), actor, request.label(), request.sku());
        return Answer.ok(
                "share_link.created",
                body(new CreditedLink(link, new LinkSales(link.code(), 0, 0)), caller.currency()));
    }

    @DeleteMapping("/storefront/links/{id}")
    @Allows(permission = "storefront.manage", scope = "storefront:write")
    @Describes("Delete a share link: it leads on for whoever has it, and is credited with nothing more")
    Answer<Void> delete(@PathVariable UUID id, Caller caller, Actor actor) {
        return links.delete(caller.store(), actor, id) ? Answer.ok("share_link.deleted", null) : Answer.notFound();
    }

    private ShareLinkBody body(CreditedLink credited, Currency currency) {
        var url = publicUrl.of(LinkVisits.path(credited.link().code()));
        return ShareLinkBody.of(credited, url, currency);
    }
}
