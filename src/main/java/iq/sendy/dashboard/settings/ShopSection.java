package iq.sendy.dashboard.settings;

import iq.sendy.platform.pages.PageForm;
import iq.sendy.platform.pages.PageReader;
import iq.sendy.storefront.StorefrontSettings;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Part of the shop's editor, each with a form of its own. */
enum ShopSection {
    FACE(""),
    QUESTIONS("/questions"),
    POLICIES("/policies");

    /** Where people in this country find shops; others that a program has set follow. */
    private static final List<String> NETWORKS =
            List.of("instagram", "facebook", "tiktok", "whatsapp", "telegram", "snapchat", "youtube");

    private final String path;

    ShopSection(String path) {
        this.path = SettingsPaths.SHOP + path;
    }

    String path() {
        return path;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> networks(StorefrontSettings face) {
        return Stream.concat(
                        NETWORKS.stream(), face.socialLinks().keySet().stream().sorted())
                .distinct()
                .toList();
    }

    /** What is stored, in the fields of this part. */
    PageForm form(StorefrontSettings face, PageReader reader) {
        return switch (this) {
            case FACE -> face(face, reader);
            case QUESTIONS -> questions(face);
            case POLICIES -> policies(face);
        };
    }

    private static PageForm face(StorefrontSettings face, PageReader reader) {
        var phone = face.contactPhone();
        var form = PageForm.ofStored()
                .with("description", face.description())
                .with("niche", face.niche())
                .with("coverImageUrl", face.coverImageUrl())
                .with("bannerImageUrl", face.bannerImageUrl())
                .with("contactPhone", phone == null ? null : phone.atHome())
                .with("contactEmail", face.contactEmail())
                .with("deliveryPromise", face.deliveryPromise())
                .with("otpAbove", reader.typed(face.otpAbove()));
        for (var link : face.socialLinks().entrySet()) {
            form = form.with("socialLinks." + link.getKey(), link.getValue());
        }
        return form;
    }

    private static PageForm questions(StorefrontSettings face) {
        var form = PageForm.ofStored();
        for (var row = 0; row < face.faqs().size(); row++) {
            form = form.with(
                            FaqRows.field(row, "question"), face.faqs().get(row).question())
                    .with(FaqRows.field(row, "answer"), face.faqs().get(row).answer());
        }
        return form;
    }

    private static PageForm policies(StorefrontSettings face) {
        return PageForm.ofStored()
                .with("policies.returns", face.policies().returns())
                .with("policies.shipping", face.policies().shipping())
                .with("policies.privacy", face.policies().privacy())
                .with("seo.title", face.seo().title())
                .with("seo.description", face.seo().description())
                .with("seo.keywords", face.seo().keywords())
                .with("seo.imageUrl", face.seo().imageUrl());
    }
}
