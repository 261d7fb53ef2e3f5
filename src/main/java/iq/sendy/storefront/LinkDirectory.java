package iq.sendy.storefront;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.storefront.store.ShareLinkStore;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Directory of the codes of share links, as the database has it. */
@Component
class LinkDirectory {

    private final ShareLinkStore links;
    private final Pipeline pipeline;

    LinkDirectory(ShareLinkStore links, Pipeline pipeline) {
        this.links = links;
        this.pipeline = pipeline;
    }

    /** The store that a code belongs to, its link deleted or not. */
    @Transactional(readOnly = true)
    public Optional<StoreId> owner(String code) {
        return pipeline.ask(links.owner(code)).first();
    }
}
