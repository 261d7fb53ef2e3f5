package iq.sendy.storefront;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import iq.sendy.storefront.model.TemplateTexts;
import iq.sendy.stores.Settings;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Templates of storefronts: a good start for each niche, in the store's language. */
@Service
public class StorefrontTemplates {

    private final TemplateTexts texts = new TemplateTexts();
    private final Settings settings;
    private final Storefronts storefronts;
    private final StorefrontEdits edits;

    StorefrontTemplates(Settings settings, Storefronts storefronts, StorefrontEdits edits) {
        this.settings = settings;
        this.storefronts = storefronts;
        this.edits = edits;
    }

    @Transactional(readOnly = true)
    public List<StorefrontTemplate> list(StoreId store) {
        return texts.in(settings.of(store).language());
    }

    /** Gives the storefront the template's look, and its texts where the store has none of its own; empty: unknown. */
    @Transactional
    public Optional<StorefrontView> apply(StoreId store, Actor actor, String id) {
        return list(store).stream()
                .filter(template -> template.id().equals(id))
                .findFirst()
                .map(template -> {
                    edits.edit(store, actor, "template_applied", before -> texts.applied(template, before));
                    return storefronts.find(store);
                });
    }
}
