package iq.sendy.storefront;

import iq.sendy.kernel.Phone;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.body.Amount;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.Patch;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Size;
import iq.sendy.platform.body.Text;
import iq.sendy.storefront.StorefrontSettings.CustomDomain;
import iq.sendy.storefront.StorefrontSettings.Faq;
import iq.sendy.storefront.StorefrontSettings.Policies;
import iq.sendy.storefront.StorefrontSettings.Seo;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Changes of a storefront: a field left out keeps its value, those of {@code seo} and {@code policies} too. */
@RefusedWith(code = {"field.invalid", "field.too_long", "field.out_of_range", "phone.invalid", "money.fraction"})
public record StorefrontRequest(
        @Text(Text.NOTES) @Example("\"ورد طبيعي وهدايا في بغداد\"")
        Patch<String> description,

        @Text(Text.URL) @Example("\"https://example.com/cover.jpg\"")
        Patch<String> coverImageUrl,

        @Text(Text.NAME) @Example("\"flowers\"") Patch<String> niche,
        @Text(Text.URL) Patch<String> bannerImageUrl,

        @Text(StorefrontRequest.EMAIL) @Example("\"shop@example.com\"")
        Patch<String> contactEmail,

        @Example("\"0770 123 4567\"") Patch<Phone> contactPhone,

        @Example("{\"instagram\":\"https://www.instagram.com/flora\"}")
        Patch<JsonNode> socialLinks,

        Patch<SeoRequest> seo,
        @Size(max = 30) Patch<List<FaqRequest>> faqs,
        Patch<PoliciesRequest> policies,

        @Text(Text.NAME) @Example("\"بغداد خلال ٢٤ ساعة\"") Patch<String> deliveryPromise,

        @Amount @Example("100000") Patch<Long> otpAbove,

        @Text(Text.URL) @Example("\"shop.example.com\"") Patch<String> customDomain) {

    static final int EMAIL = 254;

    public record SeoRequest(
            @Text(Text.NAME) @Example("\"فلورا: ورد وهدايا\"")
            Patch<String> title,

            @Text(Text.NOTES) Patch<String> description,
            @Text(Text.REASON) Patch<String> keywords,
            @Text(Text.URL) Patch<String> imageUrl) {

        Seo over(Seo before) {
            return new Seo(
                    title.over(before.title()),
                    description.over(before.description()),
                    keywords.over(before.keywords()),
                    imageUrl.over(before.imageUrl()));
        }
    }

    public record FaqRequest(
            @Required @Text(Text.REASON) @Example("\"هل التوصيل في نفس اليوم؟\"")
            String question,

            @Required @Text(Text.NOTES) @Example("\"نعم، للطلبات قبل الثالثة عصراً.\"")
            String answer) {}

    public record PoliciesRequest(
            @Text(Text.NOTES) @Example("\"يمكن الاستبدال خلال ثلاثة أيام.\"")
            Patch<String> returns,

            @Text(Text.NOTES) Patch<String> shipping,
            @Text(Text.NOTES) Patch<String> privacy) {

        Policies over(Policies before) {
            return new Policies(
                    returns.over(before.returns()), shipping.over(before.shipping()), privacy.over(before.privacy()));
        }
    }

    /** The storefront as it shall be. */
    public StorefrontSettings over(StorefrontSettings before, ReadFields read, String token) {
        return new StorefrontSettings(
                description.over(before.description()),
                coverImageUrl.over(before.coverImageUrl()),
                niche.over(before.niche()),
                bannerImageUrl.over(before.bannerImageUrl()),
                contactEmail.over(before.contactEmail()),
                contactPhone.over(before.contactPhone()),
                socialLinks.present() ? read.socialLinks() : before.socialLinks(),
                seo(before.seo()),
                faqs(before.faqs()),
                policies(before.policies()),
                deliveryPromise.over(before.deliveryPromise()),
                otpAbove.over(before.otpAbove()),
                before.theme(),
                customDomain.present() ? domain(before.domain(), read.domain(), token) : before.domain(),
                before.publishedAt());
    }

    private Seo seo(Seo before) {
        var sent = seo.value();
        if (sent != null) {
            return sent.over(before);
        }
        return seo.present() ? Seo.NONE : before;
    }

    private Policies policies(Policies before) {
        var sent = policies.value();
        if (sent != null) {
            return sent.over(before);
        }
        return policies.present() ? Policies.NONE : before;
    }

    private List<Faq> faqs(List<Faq> before) {
        var sent = faqs.value();
        if (sent != null) {
            return sent.stream()
                    .map(faq -> new Faq(faq.question(), faq.answer()))
                    .toList();
        }
        return faqs.present() ? List.of() : before;
    }

    /** The same domain keeps its proof; another one begins anew. */
    private static @Nullable CustomDomain domain(@Nullable CustomDomain before, @Nullable String wanted, String token) {
        if (wanted == null || (before != null && before.name().equals(wanted))) {
            return wanted == null ? null : before;
        }
        return new CustomDomain(wanted, token, false);
    }

    /**
     * What was read of fields whose kind the binder does not know.
     *
     * @param domain in lower case and ASCII; null where none was sent
     */
    public record ReadFields(
            Map<String, String> socialLinks, @Nullable String domain) {

        public ReadFields {
            socialLinks = Map.copyOf(socialLinks);
        }
    }
}
