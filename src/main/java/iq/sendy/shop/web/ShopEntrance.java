package iq.sendy.shop.web;

import iq.sendy.platform.api.AnswerWriter;
import iq.sendy.platform.api.PageRequests;
import iq.sendy.platform.api.PublicController;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.pages.VisitorPage;
import iq.sendy.platform.tenancy.CurrentTenant;
import iq.sendy.platform.url.PublicUrl;
import iq.sendy.storefront.LinkPreviewCrawlers;
import iq.sendy.storefront.OpenStorefront;
import iq.sendy.storefront.OpenStorefronts;
import iq.sendy.storefront.SharedQuestions;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Entrance of shops, before anybody asks who comes: it finds the shop by the host or the path, tells people from programs,
 * and has pages that are the same for everybody sent as they were kept. What it does not know it hands on untouched.
 */
@Component(ShopEntrance.NAME)
class ShopEntrance extends OncePerRequestFilter {

    /** By which the container finds it. */
    static final String NAME = "shopEntrance";

    static final String PAGES = "/s/";
    static final String API = PublicController.PUBLIC_DOOR + "/storefronts/";

    /** Where a shop's own host shows the same as every other: what its pages are made of, and what their scripts ask. */
    private static final List<String> SHARED =
            List.of("/assets/", "/media/", "/l/", PublicController.PUBLIC_DOOR + "/", "/api/v1/address-reference/");

    /** What a buyer's own answers begin with. */
    private static final String BUYERS = "/me/";

    private final OpenStorefronts storefronts;
    private final OwnHosts hosts;
    private final PageCache cache;
    private final PublicUrl publicUrl;
    private final AnswerWriter writer;

    ShopEntrance(
            OpenStorefronts storefronts, OwnHosts hosts, PageCache cache, PublicUrl publicUrl, AnswerWriter writer) {
        this.storefronts = storefronts;
        this.hosts = hosts;
        this.cache = cache;
        this.publicUrl = publicUrl;
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            enter(request, response, chain);
        } catch (RequestRejected requestRejected) {
            writer.write(request, response, requestRejected);
        }
    }

    private void enter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = request.getServletPath();
        var own = hosts.shop(request);
        if (own.isPresent() && !isShared(request)) {
            enterOwnHost(own.get(), request, response, chain);
        } else if (path.startsWith(API) && reads(request)) {
            enterApi(VisitedPath.of(API, request), response, chain);
        } else if (path.startsWith(PAGES) && own.isEmpty()) {
            enterPages(VisitedPath.of(PAGES, request), response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isShared(HttpServletRequest request) {
        return SHARED.stream()
                .anyMatch(each -> request.getServletPath().startsWith(each)
                        && request.getRequestURI().startsWith(each));
    }

    /** Under a shop's own host the shop is all there is. */
    private void enterOwnHost(
            OpenStorefront shop, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var base = PAGES + shop.store().slug();
        var path = request.getServletPath();
        var inner = path.equals("/")
                ? new InnerRequest(request, base, base)
                : new InnerRequest(request, base + request.getRequestURI(), base + path);
        var links = new ShopLinks("https://" + shop.domain().orElseThrow(), "", null);
        show(shop, links, VisitedPath.of(PAGES, inner), null, response, chain);
    }

    /** By the platform's host; an address that the shop does not go by any more leads on to the one that it does. */
    private void enterPages(VisitedPath path, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var shop = shop(path.address(), cache.questions(path));
        if (shop.isEmpty()) {
            wantPage(path);
            chain.doFilter(path.request(), response);
            return;
        }
        show(shop.get(), links(shop.get()), path, leadsTo(shop.get(), path), response, chain);
    }

    /** By the address for programs, where people and those who draw previews for them are shown the page. */
    private void enterApi(VisitedPath path, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var request = path.request();
        if (ledOn(path, response)) {
            return;
        }
        if (path.below().isEmpty() && (PageRequests.preferHtml(request) || LinkPreviewCrawlers.ask(request))) {
            var inner = new InnerRequest(
                    request, PAGES + request.getRequestURI().substring(API.length()), PAGES + path.address());
            var shop = shop(path.address());
            PageRequests.want(inner);
            if (shop.isEmpty()) {
                chain.doFilter(inner, response);
            } else {
                show(shop.get(), links(shop.get()), VisitedPath.of(PAGES, inner), null, response, chain);
            }
            return;
        }
        if (!path.below().startsWith(BUYERS)) {
            response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        }
        var kept = path.isPlain() ? KeptPage.at(path.below(), true) : Optional.<KeptPage>empty();
        var shop = kept.flatMap(_ -> shop(path.address()));
        if (shop.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        var language = writer.tag(writer.language(request));
        var asked = new ImpersonalRequest(request, kept.orElseThrow(), language);
        var page = VisitorPage.of(request.getRequestURI(), null, language, null);
        cache.serve(new ShopVisit(shop.get(), links(shop.get()), page, path.below(), null), asked, response, chain);
    }

    /** Programs too learn where a shop is now; what is a buyer's own is answered where it is asked for. */
    private boolean ledOn(VisitedPath path, HttpServletResponse response) {
        if (path.below().startsWith(BUYERS)) {
            return false;
        }
        var moved = shop(path.address()).filter(shop -> !shop.goesBy(path.address()));
        moved.ifPresent(shop -> {
            response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
            ShopVisits.leadOn(response, path.under(API + shop.store().slug()));
        });
        return moved.isPresent();
    }

    private void show(
            OpenStorefront shop,
            ShopLinks reached,
            VisitedPath path,
            @Nullable String leadsTo,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        wantPage(path);
        var request = path.request();
        var kept = leadsTo == null && reads(request) && path.isPlain()
                ? KeptPage.at(path.below(), false)
                        .filter(each -> each.readers() == KeptPage.Readers.FILE || PageRequests.wantPage(request))
                        .map(each -> new ImpersonalRequest(request, each, null))
                : Optional.<ImpersonalRequest>empty();
        var address = reached.base() + path.sent();
        var query = kept.<HttpServletRequest>map(each -> each).orElse(request).getQueryString();
        var page = VisitorPage.of(
                address.isEmpty() ? "/" : address, query, shop.settings().language(), path.language());
        var links = new ShopLinks(reached.origin(), reached.base(), page.carried());
        var visit = new ShopVisit(shop, links, page, path.below(), leadsTo);
        visit.declare(request);
        if (kept.isEmpty()) {
            chain.doFilter(request, response);
        } else {
            cache.led(path, visit, kept.get());
            cache.serve(visit, kept.get(), response, chain);
        }
    }

    private static @Nullable String leadsTo(OpenStorefront shop, VisitedPath path) {
        if (!reads(path.request())) {
            return null;
        }
        var domain = shop.domain();
        if (domain.isPresent()) {
            return path.under("https://" + domain.get() + (path.sent().isEmpty() ? "/" : ""));
        }
        return path.address().equals(shop.store().slug())
                ? null
                : path.under(PAGES + shop.store().slug());
    }

    /** Below a shop's address are pages for whoever does not rule them out: not every previewer names HTML. */
    private static void wantPage(VisitedPath path) {
        var request = path.request();
        var file = KeptPage.at(path.below(), false)
                .filter(each -> each.readers() == KeptPage.Readers.FILE)
                .isPresent();
        if (reads(request) && !file && (takesHtml(request) || LinkPreviewCrawlers.ask(request))) {
            PageRequests.want(request);
        }
    }

    private static boolean takesHtml(HttpServletRequest request) {
        var accepted = Collections.list(request.getHeaders(HttpHeaders.ACCEPT));
        return accepted.isEmpty()
                || accepted.stream().anyMatch(each -> each.contains("*/*") || each.contains("text/*"));
    }

    private static boolean reads(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
    }

    private Optional<OpenStorefront> shop(String address) {
        return shop(address, null);
    }

    /** @param beside what is asked about the store as well, if it is asked about at all */
    private Optional<OpenStorefront> shop(String address, @Nullable SharedQuestions beside) {
        return storefronts
                .lookUp(address, beside)
                .flatMap(store -> CurrentTenant.in(store, () -> storefronts.of(store)));
    }

    private ShopLinks links(OpenStorefront shop) {
        return new ShopLinks(publicUrl.of(""), PAGES + shop.store().slug(), null);
    }
}
