package iq.sendy.storefront.web;

import iq.sendy.kernel.Bytes;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.PublicController;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.codes.QrCode;
import iq.sendy.platform.url.PublicUrl;
import iq.sendy.storefront.CampaignCookie;
import iq.sendy.storefront.LinkPreviewCrawlers;
import iq.sendy.storefront.LinkVisit;
import iq.sendy.storefront.LinkVisits;
import iq.sendy.storefront.OpenStorefront;
import iq.sendy.storefront.ShopAddresses;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * The links themselves, as they are followed by people, by their browsers and by programs, and their QR codes. They are no
 * operations of the API, and not counted against the visitor's limit: a post that goes well sends a whole mobile network.
 */
@PublicController(value = LinkVisits.PREFIX, counted = false)
class SharedLinkController {

    /** For 30 days: a link's code never changes, and the host that it stands below hardly ever. */
    private static final String KEPT = "public, max-age=2592000";

    private final LinkVisits visits;
    private final CampaignCookie campaigns;
    private final PublicUrl publicUrl;

    SharedLinkController(LinkVisits visits, CampaignCookie campaigns, PublicUrl publicUrl) {
        this.visits = visits;
        this.campaigns = campaigns;
        this.publicUrl = publicUrl;
    }

    @GetMapping("/{code}")
    @Describes("Leads on to the shop or the product, and counts the visit")
    void follow(
            @PathVariable String code, OpenStorefront shop, HttpServletRequest request, HttpServletResponse response) {
        var visit = visit(code, shop, request).orElseThrow(RequestRejected::notFound);
        if (visit.credited()) {
            campaigns.write(shop.store().id(), response, visit.code());
        }
        response.setStatus(HttpStatus.FOUND.value());
        response.setHeader(HttpHeaders.LOCATION, visit.path());
        // Kept, the next visit would not come here.
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        // No search should show the link in place of what it leads to.
        response.setHeader("X-Robots-Tag", "noindex");
    }

    private Optional<LinkVisit> visit(String typed, OpenStorefront shop, HttpServletRequest request) {
        var domain = shop.domain();
        if (shop.store().suspended()) {
            return Optional.empty();
        }
        if (domain.isEmpty()) {
            return visit(typed, shop, ShopAddresses.base(shop.store().slug()), request);
        }
        if (domain.get().equalsIgnoreCase(request.getServerName())) {
            return visit(typed, shop, "", request);
        }
        // A cookie is one host's: the visit is counted, and remembered, where the shop is.
        return visits.code(typed)
                .map(code -> new LinkVisit(code, "https://" + domain.get() + LinkVisits.path(code), false));
    }

    /** Who draws a preview, or asks whether the link is alive, is no visitor. */
    private Optional<LinkVisit> visit(String typed, OpenStorefront shop, String base, HttpServletRequest request) {
        var looksOnly = HttpMethod.HEAD.matches(request.getMethod()) || LinkPreviewCrawlers.ask(request);
        return looksOnly ? visits.look(shop, base, typed) : visits.come(shop, base, typed);
    }

    @GetMapping("/{code}.svg")
    @Describes("The link's QR code as a drawing, sharp at any size")
    void draw(@PathVariable String code, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var qr = qr(code);
        send("image/svg+xml", Bytes.of(qr.svg().getBytes(StandardCharsets.UTF_8)), request, response);
    }

    @GetMapping("/{code}.png")
    @Describes("The link's QR code as a picture that prints at 8 cm")
    void print(@PathVariable String code, HttpServletRequest request, HttpServletResponse response) throws IOException {
        send("image/png", qr(code).png(), request, response);
    }

    /** Of a link whose shop is not open yet as well: posters are printed before the doors open. */
    private QrCode qr(String typed) {
        var code = visits.code(typed).orElseThrow(RequestRejected::notFound);
        return QrCode.of(publicUrl.of(LinkVisits.path(code)), QrCode.QUIET);
    }

    private static void send(String type, Bytes picture, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, KEPT);
        // Were it taken for a page after all, it could do nothing; and pages of other origins may show it.
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        if (new ServletWebRequest(request, response).checkNotModified(tag(picture))) {
            return;
        }
        response.setContentType(type);
        response.setContentLength(picture.length());
        response.getOutputStream().write(picture.toArray());
    }

    /** Of its content, since it becomes another one where the deployment moves to another host. */
    private static String tag(Bytes picture) {
        return "\"" + Integer.toHexString(picture.hashCode()) + "\"";
    }
}
