package iq.sendy.storefront;

import iq.sendy.catalog.Offer;
import iq.sendy.catalog.Products;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.storefront.store.ShareLinkStore;
import iq.sendy.storefront.store.ShareLinkStore.Destination;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Visits of those who follow share links: which there are, and where each leads. */
@Service
public class LinkVisits {

    /** Where links are. */
    public static final String PREFIX = "/l";

    private final ShareLinkStore links;
    private final LinkOwners owners;
    private final Products products;
    private final Pipeline pipeline;

    LinkVisits(ShareLinkStore links, LinkOwners owners, Products products, Pipeline pipeline) {
        this.links = links;
        this.owners = owners;
        this.products = products;
        this.pipeline = pipeline;
    }

    /** The path of a link, which its address ends with. */
    public static String path(String code) {
        return PREFIX + "/" + code;
    }

    /** Whether a new link may lead to a product: one that waits for its day may, an archived one not. */
    @Transactional(readOnly = true)
    public boolean mayLeadTo(StoreId store, String sku) {
        return offer(store, sku).filter(offer -> !offer.archived()).isPresent();
    }

    /** The code of a link that is there, deleted or not, however it was typed. */
    public Optional<String> code(String typed) {
        return LinkCodes.parse(typed).filter(code -> owners.of(code).isPresent());
    }

    /**
     * Counts a visit, and says where it goes on.
     *
     * @param base what stands before the paths of the shop where the visitor is
     */
    @Transactional
    public Optional<LinkVisit> come(OpenStorefront shop, String base, String typed) {
        return LinkCodes.parse(typed).flatMap(code -> {
            var counted = pipeline.ask(links.count(shop.store().id(), code)).first();
            return counted.map(destination -> new LinkVisit(code, path(shop, base, destination), true))
                    .or(() -> look(shop, base, code));
        });
    }

    /** Where a visit would go on. */
    @Transactional(readOnly = true)
    public Optional<LinkVisit> look(OpenStorefront shop, String base, String typed) {
        return LinkCodes.parse(typed)
                .flatMap(code -> pipeline.ask(links.find(shop.store().id(), code))
                        .first()
                        .map(destination -> new LinkVisit(code, path(shop, base, destination), false)));
    }

    /** A product that is no longer shown must not make the link a dead one: it leads to the shop then. */
    private String path(OpenStorefront shop, String base, Destination destination) {
        var sku = destination.sku();
        if (sku != null && isShown(shop, sku)) {
            return base + "/p/" + SkuSegment.of(sku);
        }
        return base.isEmpty() ? "/" : base;
    }

    private boolean isShown(OpenStorefront shop, String sku) {
        return offer(shop.store().id(), sku)
                .filter(offer -> offer.active() && !offer.archived())
                .filter(offer -> offer.price() != null || shop.settings().askForPrice())
                .isPresent();
    }

    private Optional<Offer> offer(StoreId store, String sku) {
        return pipeline.ask(products.offers(store, List.of(sku), List.of())).first();
    }
}
