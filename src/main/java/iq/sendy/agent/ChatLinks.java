package iq.sendy.agent;

import iq.sendy.kernel.StoreId;
import iq.sendy.storefront.OpenStorefronts;
import iq.sendy.storefront.ShopAddresses;
import iq.sendy.storefront.ShopContact;
import iq.sendy.storefront.SkuSegment;
import iq.sendy.storefront.Storefronts;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Pages of the shop that the agent may send somebody to; none while the storefront is closed. */
@Component
class ChatLinks {

    private final OpenStorefronts storefronts;
    private final Storefronts faces;
    private final ShopAddresses addresses;

    ChatLinks(OpenStorefronts storefronts, Storefronts faces, ShopAddresses addresses) {
        this.storefronts = storefronts;
        this.faces = faces;
        this.addresses = addresses;
    }

    /** The first page. */
    Optional<String> home(StoreId store) {
        return storefronts.of(store).map(addresses::home);
    }

    Optional<String> product(StoreId store, String sku) {
        return below(store, "p/" + SkuSegment.of(sku));
    }

    /** Where an order is, and what was ordered. */
    Optional<String> order(StoreId store, String publicId) {
        return below(store, "orders/" + publicId);
    }

    /** How customers reach the shop, open or not. */
    ShopContact contact(StoreId store) {
        return faces.find(store).face().contact();
    }

    private Optional<String> below(StoreId store, String path) {
        return home(store).map(home -> home.endsWith("/") ? home + path : home + "/" + path);
    }
}
