package iq.sendy.dashboard.money;

import iq.sendy.catalog.ProductView;
import iq.sendy.dashboard.AskFirst;
import iq.sendy.dashboard.OnceField;
import iq.sendy.dashboard.ProductFinder;
import iq.sendy.dashboard.TypedSearch;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.pages.PageForm;
import iq.sendy.platform.pages.PageReaders;
import iq.sendy.platform.pages.PageRedirect;
import iq.sendy.platform.url.PublicUrl;
import iq.sendy.storefront.CreditedLink;
import iq.sendy.storefront.LinkVisits;
import iq.sendy.storefront.ShareLinkRequest;
import iq.sendy.storefront.ShareLinks;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Share links: each with its QR code and what has come by it, and a form to make one. */
@PageController
class ShareLinkPages {

    private static final String PATH = MoneyPaths.LINKS;
    private static final String VIEW = "storefront.view";
    private static final String MANAGE = "storefront.manage";
    private static final String READ = "storefront:read";
    private static final String WRITE = "storefront:write";

    /** The button of a product, by its SKU; empty takes it off. */
    private static final String CHOICE = "choose";

    private final ShareLinks links;
    private final LinkVisits visits;
    private final ProductFinder finder;
    private final PublicUrl publicUrl;
    private final UuidGenerator ids;
    private final PageReaders readers;

    ShareLinkPages(
            ShareLinks links,
            LinkVisits visits,
            ProductFinder finder,
            PublicUrl publicUrl,
            UuidGenerator ids,
            PageReaders readers) {
        this.links = links;
        this.visits = visits;
        this.finder = finder;
        this.publicUrl = publicUrl;
        this.ids = ids;
        this.readers = readers;
    }

    /**
     * A link in its list.
     *
     * @param path of its QR code, before the ending
     */
    record ShareLinkRow(CreditedLink credited, String url, String path) {}

    @GetMapping(PATH)
    @Allows(permission = VIEW, scope = READ)
    ModelAndView list(Paging paging, Caller caller, Locale language) {
        return page(OnceField.fresh(ids), List.of(), paging, caller);
    }

    @PostMapping(PATH)
    @Allows(permission = MANAGE, scope = WRITE)
    ModelAndView create(HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        var reader = readers.of(caller, language);
        var sent = new MoneyForm(request.getParameterMap());
        if (looksForProduct(sent.shown())) {
            return choosing(sent.shown(), caller);
        }
        var bound = sent.bind(ShareLinkRequest.class, caller.currency());
        bound.value().check(caller, visits, bound.problems());
        if (!bound.problems().isEmpty()) {
            return page(MoneyPages.faulty(sent, bound.problems(), reader), List.of(), Paging.first(), caller);
        }
        links.createOnce(
                caller.store(),
                actor,
                OnceField.id(request.getParameterMap(), ids),
                bound.value().label(),
                bound.value().sku());
        return PageRedirect.to(PATH + "?said=links.made");
    }

    /** Words that were typed are looked for first: else a link would lead to the shop that was meant to lead to a product. */
    private static boolean looksForProduct(PageForm typed) {
        return typed.values().containsKey(CHOICE)
                || typed.value("act").equals("find")
                || !TypedSearch.of(typed.value("q")).isEmpty();
    }

    private ModelAndView choosing(PageForm typed, Caller caller) {
        if (typed.values().containsKey(CHOICE)) {
            return page(chosen(typed, typed.value(CHOICE)), List.of(), Paging.first(), caller);
        }
        var q = TypedSearch.of(typed.value("q"));
        var found = finder.any(q, caller);
        return ProductFinder.scanned(q, found)
                .map(product -> page(chosen(typed, product.sku()), List.of(), Paging.first(), caller))
                .orElseGet(() -> page(typed, found, Paging.first(), caller));
    }

    private static PageForm chosen(PageForm typed, String sku) {
        return typed.with("sku", sku).with("q", "");
    }

    @PostMapping(PATH + "/{id}/delete")
    @Allows(permission = MANAGE, scope = WRITE)
    ModelAndView delete(
            @PathVariable UUID id, HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        if (!AskFirst.sure(request.getParameterMap())) {
            var link = links.find(caller.store(), id).orElseThrow(RequestRejected::notFound);
            return AskFirst.deletion("links", link.label(), PATH + "/" + id, readers.of(caller, language))
                    .backTo(PATH)
                    .page();
        }
        links.delete(caller.store(), actor, id);
        return PageRedirect.to(PATH + "?said=links.deleted");
    }

    private ModelAndView page(PageForm form, List<ProductView> found, Paging paging, Caller caller) {
        var page = links.list(caller.store(), MoneyPages.rows(paging));
        var rows = page.items().stream().map(this::row).toList();
        var model = MoneyPages.list(page, rows, paging, PATH);
        model.put("form", form);
        model.put("found", found);
        model.put("maySearch", ProductFinder.maySearch(caller));
        model.put(
                "product",
                finder.named(form.value("sku"), caller).map(ProductView::name).orElse(null));
        model.put("mayManage", caller.missing(MANAGE, WRITE) == null);
        return new ModelAndView(
                "dashboard/money/links", model, form.isFaulty() ? HttpStatus.BAD_REQUEST : HttpStatus.OK);
    }

    private ShareLinkRow row(CreditedLink credited) {
        var path = LinkVisits.path(credited.link().code());
        return new ShareLinkRow(credited, publicUrl.of(path), path);
    }
}
