package iq.sendy.storefront.web;

import iq.sendy.kernel.Currency;
import iq.sendy.kernel.Phone;
import iq.sendy.platform.api.SchemaOf;
import iq.sendy.storefront.ShopAddresses;
import iq.sendy.storefront.StorefrontSettings.CustomDomain;
import iq.sendy.storefront.StorefrontSettings.Faq;
import iq.sendy.storefront.StorefrontSettings.Policies;
import iq.sendy.storefront.StorefrontView;
import iq.sendy.storefront.Theme;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A storefront on the wire, for the store's own people and programs. */
record StorefrontBody(
        @Nullable String description,
        @Nullable String coverImageUrl,
        @Nullable String niche,
        @Nullable String bannerImageUrl,
        @Nullable String contactEmail,
        @Nullable String contactPhone,
        Map<String, String> socialLinks,
        SeoBody seo,
        List<FaqBody> faqs,
        PoliciesBody policies,
        @Nullable String deliveryPromise,
        @Nullable BigDecimal otpAbove,
        @Nullable String customDomain,
        @Nullable DomainProofBody domainProof,
        @Nullable String slug,
        @Nullable String publicUrl,
        @Nullable String pageUrl,
        boolean isPublished,
        @SchemaOf(Theme.class) String theme) {

    record SeoBody(
            @Nullable String title,
            @Nullable String description,
            @Nullable String keywords,
            @Nullable String imageUrl) {}

    record FaqBody(String question, String answer) {

        static List<FaqBody> of(List<Faq> faqs) {
            return faqs.stream()
                    .map(faq -> new FaqBody(faq.question(), faq.answer()))
                    .toList();
        }
    }

    record PoliciesBody(
            @Nullable String returns,
            @Nullable String shipping,
            @Nullable String privacy) {

        static PoliciesBody of(Policies policies) {
            return new PoliciesBody(policies.returns(), policies.shipping(), policies.privacy());
        }
    }

    /** What proves the domain: a TXT record of this name with this value. */
    record DomainProofBody(String recordName, String recordValue, boolean isVerified) {

        static DomainProofBody of(CustomDomain domain) {
            return new DomainProofBody(domain.recordName(), domain.recordValue(), domain.proven());
        }
    }

    static StorefrontBody of(StorefrontView storefront, ShopAddresses addresses, Currency currency) {
        var face = storefront.face();
        var slug = storefront.slug();
        var seo = face.seo();
        var domain = Optional.ofNullable(face.domain());
        return new StorefrontBody(
                face.description(),
                face.coverImageUrl(),
                face.niche(),
                face.bannerImageUrl(),
                face.contactEmail(),
                Optional.ofNullable(face.contactPhone()).map(Phone::value).orElse(null),
                face.socialLinks(),
                new SeoBody(seo.title(), seo.description(), seo.keywords(), seo.imageUrl()),
                FaqBody.of(face.faqs()),
                PoliciesBody.of(face.policies()),
                face.deliveryPromise(),
                Optional.ofNullable(face.otpAbove()).map(currency::onWire).orElse(null),
                domain.map(CustomDomain::name).orElse(null),
                domain.map(DomainProofBody::of).orElse(null),
                slug,
                slug == null ? null : addresses.publicUrl(slug),
                slug == null ? null : addresses.page(slug),
                face.published(),
                face.theme().toString());
    }
}
