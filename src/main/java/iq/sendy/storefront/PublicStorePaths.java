package iq.sendy.storefront;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.PublicStorePath;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where visitors of shops come in: the public API and the pages. */
@Configuration(proxyBeanMethods = false)
class PublicStorePaths {

    @Bean
    PublicStorePath publicApiOfShops(OpenStorefronts storefronts) {
        return new ShopPath(ShopAddresses.API, storefronts);
    }

    @Bean
    PublicStorePath pagesOfShops(OpenStorefronts storefronts) {
        return new ShopPath(ShopAddresses.PAGES, storefronts);
    }

    @Bean
    PublicStorePath shareLinks(LinkOwners owners) {
        return new LinkPath(LinkVisits.PREFIX, owners);
    }

    private record LinkPath(String prefix, LinkOwners owners) implements PublicStorePath {

        @Override
        public Optional<StoreId> store(String address) {
            return LinkCodes.parse(address).flatMap(owners::of);
        }
    }

    private record ShopPath(String prefix, OpenStorefronts storefronts) implements PublicStorePath {

        @Override
        public Optional<StoreId> store(String address) {
            return storefronts.lookUp(address);
        }
    }
}
