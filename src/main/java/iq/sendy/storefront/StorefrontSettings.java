package iq.sendy.storefront;

import iq.sendy.kernel.Phone;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Storefront of a store as its people have set it up. Texts are as they were typed: whoever shows them escapes or sanitises.
 *
 * @param niche what the shop sells, in its people's word or the template's that was applied
 * @param socialLinks addresses by the network's name in lower case; each https
 * @param deliveryPromise one line
 * @param otpAbove the value in minor units from which a phone must be proved; null for never
 * @param domain the store's own domain, proved or not; {@link OpenStorefront#domain} is what it is found by
 * @param publishedAt when it was opened to visitors; null while it is closed
 */
public record StorefrontSettings(
        @Nullable String description,
        @Nullable String coverImageUrl,
        @Nullable String niche,
        @Nullable String bannerImageUrl,
        @Nullable String contactEmail,
        @Nullable Phone contactPhone,
        Map<String, String> socialLinks,
        Seo seo,
        List<Faq> faqs,
        Policies policies,
        @Nullable String deliveryPromise,
        @Nullable Long otpAbove,
        Theme theme,
        @Nullable CustomDomain domain,
        @Nullable Instant publishedAt) {

    /** What a store has that has set up nothing. */
    public static final StorefrontSettings NONE = new StorefrontSettings(
            null,
            null,
            null,
            null,
            null,
            null,
            Map.of(),
            Seo.NONE,
            List.of(),
            Policies.NONE,
            null,
            null,
            Theme.UNCHOSEN,
            null,
            null);

    public StorefrontSettings {
        socialLinks = Map.copyOf(socialLinks);
        faqs = List.copyOf(faqs);
    }

    /** How customers reach the shop. */
    public ShopContact contact() {
        return ShopContact.of(contactPhone, socialLinks);
    }

    public boolean published() {
        return publishedAt != null;
    }

    /** The same, open since then, or closed. */
    StorefrontSettings withPublishedAt(@Nullable Instant at) {
        return with(coverImageUrl, domain, at);
    }

    /** The same with a domain of its own. */
    StorefrontSettings withDomain(CustomDomain own) {
        return with(coverImageUrl, own, publishedAt);
    }

    /** The same in another theme, with texts that a template may write. */
    public StorefrontSettings dressed(
            Theme look, @Nullable String sells, @Nullable String about, List<Faq> questions, Policies promises) {
        return new StorefrontSettings(
                about,
                coverImageUrl,
                sells,
                bannerImageUrl,
                contactEmail,
                contactPhone,
                socialLinks,
                seo,
                questions,
                promises,
                deliveryPromise,
                otpAbove,
                look,
                domain,
                publishedAt);
    }

    /** The same with a picture above it. */
    public StorefrontSettings withCover(String url) {
        return with(url, domain, publishedAt);
    }

    private StorefrontSettings with(@Nullable String cover, @Nullable CustomDomain own, @Nullable Instant at) {
        return new StorefrontSettings(
                description,
                cover,
                niche,
                bannerImageUrl,
                contactEmail,
                contactPhone,
                socialLinks,
                seo,
                faqs,
                policies,
                deliveryPromise,
                otpAbove,
                theme,
                own,
                at);
    }

    /**
     * Domain that a store says is its own. It leads to the shop once it is proved to be.
     *
     * @param name in lower case and ASCII
     * @param token what the domain's owner writes into its DNS to prove it
     */
    public record CustomDomain(String name, String token, boolean proven) {

        private static final String RECORD = "_sendy-verify.";
        private static final String VALUE = "sendy-verify=";

        /** The name of the TXT record that proves it. */
        public String recordName() {
            return RECORD + name;
        }

        /** What that record says. */
        public String recordValue() {
            return VALUE + token;
        }

        /** The token in a line of such a record, this store's or another's. */
        static Optional<String> token(String line) {
            return line.startsWith(VALUE) ? Optional.of(line.substring(VALUE.length())) : Optional.empty();
        }
    }

    /** What search engines and link previews are told in place of name and description. */
    public record Seo(
            @Nullable String title,
            @Nullable String description,
            @Nullable String keywords,
            @Nullable String imageUrl) {

        public static final Seo NONE = new Seo(null, null, null, null);
    }

    /** A question that customers ask, and its answer. */
    public record Faq(String question, String answer) {}

    /** What the shop promises about returns, shipping and privacy. */
    public record Policies(
            @Nullable String returns,
            @Nullable String shipping,
            @Nullable String privacy) {

        public static final Policies NONE = new Policies(null, null, null);
    }
}
