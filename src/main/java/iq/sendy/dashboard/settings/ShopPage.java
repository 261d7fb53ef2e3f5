package iq.sendy.dashboard.settings;

import iq.sendy.dashboard.PageChoice;
import iq.sendy.dashboard.PageTab;
import iq.sendy.kernel.StoreId;
import iq.sendy.media.ImagePath;
import iq.sendy.media.Images;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.pages.PageReader;
import iq.sendy.storefront.ShopAddresses;
import iq.sendy.storefront.StorefrontSettings;
import iq.sendy.storefront.StorefrontTemplates;
import iq.sendy.storefront.StorefrontView;
import iq.sendy.storefront.Storefronts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What every page of the shop's editor shows: whether the shop is open, where it is, and how it looks. */
@Component
class ShopPage {

    static final String ADDRESS = SettingsPaths.SHOP + "/address";

    private final Storefronts storefronts;
    private final StorefrontTemplates templates;
    private final ShopAddresses addresses;
    private final Images images;

    ShopPage(Storefronts storefronts, StorefrontTemplates templates, ShopAddresses addresses, Images images) {
        this.storefronts = storefronts;
        this.templates = templates;
        this.addresses = addresses;
        this.images = images;
    }

    StorefrontView find(Caller caller) {
        return storefronts.find(caller.store());
    }

    /** @param path of the page that is shown, below which its tab is */
    Map<String, Object> model(StorefrontView shop, String path, Caller caller, PageReader reader) {
        var model = new HashMap<String, Object>(Map.of(
                "face", shop.face(),
                "manages", caller.missing("storefront.manage", "storefront:write") == null,
                "tabs", tabs(path, reader),
                "networks", ShopSection.networks(shop.face()),
                "rows", FaqRows.shown(shop.face().faqs().size())));
        var slug = shop.slug();
        if (slug != null) {
            model.put("slug", slug);
            model.put("publicUrl", addresses.publicUrl(slug));
            model.put("preview", ShopAddresses.path(slug));
        }
        if (path.equals(ShopSection.FACE.path())) {
            model.put("places", List.of("cover", "banner"));
            model.put("pictures", pictures(shop.face(), caller.store()));
            model.put(
                    "templates",
                    templates.list(caller.store()).stream()
                            .map(template -> new PageChoice(template.id(), template.name()))
                            .toList());
        }
        return model;
    }

    /** Where each picture is shown from, by its place: what is kept here by its path alone, whatever host this page has. */
    private Map<String, String> pictures(StorefrontSettings face, StoreId store) {
        var shown = new HashMap<String, String>();
        put(shown, "cover", face.coverImageUrl(), store);
        put(shown, "banner", face.bannerImageUrl(), store);
        return shown;
    }

    private void put(Map<String, String> shown, String place, @Nullable String url, StoreId store) {
        if (url != null) {
            shown.put(place, images.path(store, url).map(ImagePath::toString).orElse(url));
        }
    }

    private static List<PageTab> tabs(String path, PageReader reader) {
        var tabs = new ArrayList<PageTab>();
        for (var section : ShopSection.values()) {
            tabs.add(tab(section.path(), "shopfront.tab." + section.word(), path, reader));
        }
        tabs.add(tab(ADDRESS, "shopfront.tab.address", path, reader));
        return tabs;
    }

    private static PageTab tab(String path, String word, String current, PageReader reader) {
        return new PageTab(path, reader.say(word), null, path.equals(current));
    }
}
