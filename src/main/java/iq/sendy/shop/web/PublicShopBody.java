package iq.sendy.shop.web;

import iq.sendy.kernel.Currency;
import iq.sendy.kernel.Phone;
import iq.sendy.platform.api.SchemaOf;
import iq.sendy.shop.ShopCategory;
import iq.sendy.shop.ShopFront;
import iq.sendy.storefront.OpenStorefront;
import iq.sendy.storefront.ShopAddresses;
import iq.sendy.storefront.Theme;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A shop on the wire as strangers may see it: neither from which value a phone must be proved nor what proves its domain.
 *
 * @param products the newest; a list of all of them has pages of its own
 */
record PublicShopBody(
        PublicStoreBody store,
        PublicStorefrontBody storefront,
        List<PublicCategoryBody> categories,
        List<PublicProductBody> products) {

    /** @param language of its pages where their address names none */
    record PublicStoreBody(
            String name,
            String slug,
            @SchemaOf(Currency.class) String currencyCode,
            String language) {}

    /** @param customDomain the one that it is found by as well */
    record PublicStorefrontBody(
            @Nullable String description,
            @Nullable String coverImageUrl,
            @Nullable String niche,
            @Nullable String bannerImageUrl,
            @Nullable String contactEmail,
            @Nullable String contactPhone,
            Map<String, String> socialLinks,
            PublicSeoBody seo,
            List<PublicFaqBody> faqs,
            PublicPoliciesBody policies,
            @Nullable String deliveryPromise,
            @Nullable String customDomain,
            String publicUrl,
            String pageUrl,
            @SchemaOf(Theme.class) String theme) {

        static PublicStorefrontBody of(OpenStorefront shop, ShopAddresses addresses) {
            var face = shop.face();
            var seo = face.seo();
            var policies = face.policies();
            return new PublicStorefrontBody(
                    face.description(),
                    face.coverImageUrl(),
                    face.niche(),
                    face.bannerImageUrl(),
                    face.contactEmail(),
                    Optional.ofNullable(face.contactPhone()).map(Phone::value).orElse(null),
                    face.socialLinks(),
                    new PublicSeoBody(seo.title(), seo.description(), seo.keywords(), seo.imageUrl()),
                    face.faqs().stream()
                            .map(faq -> new PublicFaqBody(faq.question(), faq.answer()))
                            .toList(),
                    new PublicPoliciesBody(policies.returns(), policies.shipping(), policies.privacy()),
                    face.deliveryPromise(),
                    shop.domain().orElse(null),
                    addresses.publicUrl(shop.store().slug()),
                    addresses.home(shop),
                    face.theme().toString());
        }
    }

    record PublicSeoBody(
            @Nullable String title,
            @Nullable String description,
            @Nullable String keywords,
            @Nullable String imageUrl) {}

    record PublicFaqBody(String question, String answer) {}

    record PublicPoliciesBody(
            @Nullable String returns,
            @Nullable String shipping,
            @Nullable String privacy) {}

    record PublicCategoryBody(
            UUID id, String name, @Nullable UUID parentCategoryId) {

        static PublicCategoryBody of(ShopCategory category) {
            return new PublicCategoryBody(category.id(), category.name(), category.parentId());
        }
    }

    static PublicShopBody of(OpenStorefront shop, ShopFront front, ShopAddresses addresses) {
        return new PublicShopBody(
                new PublicStoreBody(
                        shop.store().name(),
                        shop.store().slug(),
                        shop.settings().currency().toString(),
                        shop.settings().language()),
                PublicStorefrontBody.of(shop, addresses),
                front.categories().stream().map(PublicCategoryBody::of).toList(),
                front.products().items().stream()
                        .map(product -> PublicProductBody.of(product, shop, addresses))
                        .toList());
    }
}
