package iq.sendy.demo;

import iq.sendy.kernel.Currency;
import iq.sendy.kernel.Phone;
import iq.sendy.storefront.SaveStorefront;
import iq.sendy.storefront.StorefrontSettings;
import iq.sendy.storefront.StorefrontSettings.Faq;
import iq.sendy.storefront.StorefrontSettings.Policies;
import iq.sendy.storefront.StorefrontSettings.Seo;
import iq.sendy.storefront.StorefrontTemplates;
import iq.sendy.storefront.Storefronts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The demo's shop on the web: begun with a template, told in its own words, and open since its first days. */
@Component
class DemoWindow implements DemoScene {

    private static final Duration OPENED_BEFORE = Duration.ofDays(30).plusHours(20);

    private final StorefrontTemplates templates;
    private final Storefronts storefronts;

    DemoWindow(StorefrontTemplates templates, Storefronts storefronts) {
        this.templates = templates;
        this.storefronts = storefronts;
    }

    @Override
    public void plan(DemoShop shop) {
        shop.simulation().plan(shop.simulation().end().minus(OPENED_BEFORE), () -> open(shop));
    }

    private void open(DemoShop shop) {
        var store = shop.store();
        var owner = shop.team().owner();
        templates.apply(store, owner, "flowers");
        storefronts.change(store, owner, Currency.IQD, new FloraWindow());
        storefronts.publish(store, owner);
    }

    /** What the shop says of itself, over what the template began. */
    private static final class FloraWindow implements SaveStorefront {

        @Override
        public StorefrontSettings over(StorefrontSettings before, String token) {
            return new StorefrontSettings(
                    "باقات ورد طبيعي وهدايا نغلّفها بأيدينا في الكرادة، ونوصلها إلى باب البيت في بغداد وكل المحافظات.",
                    before.coverImageUrl(),
                    before.niche(),
                    before.bannerImageUrl(),
                    "flora@example.com",
                    Phone.parse("07700000000").orElseThrow(),
                    Map.of(
                            "instagram", "https://www.instagram.com/flora.baghdad.demo",
                            "facebook", "https://www.facebook.com/flora.baghdad.demo",
                            "whatsapp", "https://wa.me/9647700000000"),
                    new Seo(
                            "فلورا بغداد: ورد طبيعي وهدايا",
                            "باقات ورد وهدايا تصل في بغداد خلال ٢٤ ساعة، والدفع عند الاستلام.",
                            "ورد, باقات, هدايا, توصيل ورد بغداد",
                            null),
                    questions(before.faqs()),
                    new Policies(
                            before.policies().returns(),
                            "بغداد خلال ٢٤ ساعة، وباقي المحافظات خلال ثلاثة أيام. يتصل بك المندوب قبل وصوله، فنرجو أن يكون هاتفك مفتوحًا.",
                            before.policies().privacy()),
                    "بغداد خلال ٢٤ ساعة، والمحافظات خلال ٣ أيام",
                    before.otpAbove(),
                    before.theme(),
                    before.domain(),
                    before.publishedAt());
        }

        /** Those of the template, and one of the shop's own. */
        private static List<Faq> questions(List<Faq> begun) {
            var all = new ArrayList<>(begun);
            all.add(
                    1,
                    new Faq(
                            "هل يصل الورد في اليوم نفسه؟",
                            "نعم في بغداد، للطلبات قبل الثالثة عصرًا. اكتب الوقت الذي يناسبك في الملاحظات."));
            return all;
        }
    }
}
