package iq.sendy.shop.web;

import iq.sendy.platform.tenancy.CurrentTenant;
import iq.sendy.platform.url.PublicUrl;
import iq.sendy.storefront.OpenStorefront;
import iq.sendy.storefront.OpenStorefronts;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Hosts of shops' own. Only the {@code Host} that was really sent counts, and none but a name that was proved to be a shop's;
 * every other one is this Sendy's, which people reach by many names.
 */
@Component
class OwnHosts {

    private final OpenStorefronts storefronts;
    private final MadeUpHosts madeUp;
    private final @Nullable String platform;

    OwnHosts(OpenStorefronts storefronts, MadeUpHosts madeUp, PublicUrl publicUrl) {
        this.storefronts = storefronts;
        this.madeUp = madeUp;
        this.platform = URI.create(publicUrl.of("/")).getHost();
    }

    /** The shop whose own host was asked; empty where it is the platform's, or the shop is closed. */
    Optional<OpenStorefront> shop(HttpServletRequest request) {
        var asked = request.getServerName();
        if (asked == null || !canBe(asked)) {
            return Optional.empty();
        }
        var host = asked.toLowerCase(Locale.ROOT);
        var name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        if (!madeUp.admits(request, name)) {
            return Optional.empty();
        }
        var shop = storefronts
                .lookUp(name)
                .flatMap(store -> CurrentTenant.in(store, () -> storefronts.of(store)))
                .filter(open -> open.domain().filter(name::equals).isPresent());
        shop.ifPresent(_ -> madeUp.found(request, name));
        return shop;
    }

    /** A name with a dot in it, and no address; most requests come by the platform's own. */
    private boolean canBe(String host) {
        var dot = host.lastIndexOf('.', host.length() - 2);
        return dot > 0
                && !host.equalsIgnoreCase(platform)
                && host.indexOf(':') < 0
                && !Character.isDigit(host.charAt(dot + 1));
    }
}
