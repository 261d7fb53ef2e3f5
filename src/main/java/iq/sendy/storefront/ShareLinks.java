package iq.sendy.storefront;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.audit.Audit.Change;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.tenancy.WriteConflict;
import iq.sendy.storefront.store.ShareLinkStore;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Share links of a store as its people keep them. */
@Service
public class ShareLinks {

    private static final String TYPE = "share_link";

    private final ShareLinkStore links;
    private final LinkCodes codes;
    private final Pipeline pipeline;
    private final Audit audit;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;

    ShareLinks(
            ShareLinkStore links,
            LinkCodes codes,
            Pipeline pipeline,
            Audit audit,
            UuidGenerator uuidGenerator,
            Clock clock) {
        this.links = links;
        this.codes = codes;
        this.pipeline = pipeline;
        this.audit = audit;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    /** Newest first, each with what it has brought, which is one trip more for all of them: it needs their codes. */
    @Transactional(readOnly = true)
    public Page<CreditedLink> list(StoreId store, Paging paging) {
        var page = links.list(store).page(pipeline, paging);
        var shown = page.items().stream().map(ShareLink::code).toList();
        var trip = pipeline.open();
        var sales = trip.addIf(!shown.isEmpty(), () -> links.sales(store, shown));
        trip.send();
        var byCode = sales.answer().stream().collect(Collectors.toMap(LinkSales::code, Function.identity()));
        return page.map(link ->
                new CreditedLink(link, byCode.getOrDefault(link.code(), new LinkSales(link.code(), 0, 0))));
    }

    /** A link of the list. */
    @Transactional(readOnly = true)
    public Optional<ShareLink> find(StoreId store, UUID id) {
        return pipeline.ask(links.listed(store, id)).first();
    }

    /** Makes a link; whether there is such a product was asked before. */
    @Transactional
    public ShareLink create(StoreId store, Actor actor, String label, @Nullable String sku) {
        return make(store, actor, uuidGenerator.next(), label, sku);
    }

    /**
     * As {@link #create}, under an id that its form was given: however often that is sent, one is there. What was sent
     * otherwise under that id, as after going back to the form, is another link, and so is what is sent after it was deleted.
     */
    @Transactional
    public ShareLink createOnce(StoreId store, Actor actor, UUID id, String label, @Nullable String sku) {
        var made = pipeline.ask(links.listed(store, id)).first();
        if (made.isPresent()
                && made.get().label().equals(label)
                && Objects.equals(made.get().sku(), sku)) {
            return made.get();
        }
        if (pipeline.ask(links.made(store, id)).any()) {
            return create(store, actor, label, sku);
        }
        return WriteConflict.onDuplicateKey("the same form", () -> make(store, actor, id, label, sku));
    }

    private ShareLink make(StoreId store, Actor actor, UUID id, String label, @Nullable String sku) {
        var link = draw(id, label, sku);
        while (!pipeline.ask(links.insert(store, link)).any()) {
            link = draw(id, label, sku);
        }
        audit.record(store, actor, Change.created(TYPE, link.id(), link));
        return link;
    }

    private ShareLink draw(UUID id, String label, @Nullable String sku) {
        return new ShareLink(id, codes.next(), label, sku, 0, clock.instant());
    }

    /** Takes a link out of the list; false when it is not there. It leads on for whoever has it. */
    @Transactional
    public boolean delete(StoreId store, Actor actor, UUID id) {
        var deleted = pipeline.ask(links.delete(store, id, clock.instant())).first();
        deleted.ifPresent(link -> audit.record(store, actor, Change.deleted(TYPE, id, link)));
        return deleted.isPresent();
    }
}
