package iq.sendy.billing;

import iq.sendy.billing.AiModel.ModelTerms;
import iq.sendy.billing.store.AiModelStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.audit.Audit.Change;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.StoreLock;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** AI models of the platform: one list, which operators replace as a whole, one after the other. */
@Service
public class AiModels {

    private static final String TYPE = "ai_model";
    private static final String LOCK = "billing.ai_models";

    private final AiModelStore models;
    private final Pipeline pipeline;
    private final Audit audit;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;

    AiModels(AiModelStore models, Pipeline pipeline, Audit audit, UuidGenerator uuidGenerator, Clock clock) {
        this.models = models;
        this.pipeline = pipeline;
        this.audit = audit;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Page<AiModel> list(Paging paging) {
        return models.list().page(pipeline, paging);
    }

    /**
     * Whether a store may set its agent to a model. The sandbox takes any name; and so does a provider of which operators have
     * listed nothing, since they have not said what they offer of it.
     */
    @Transactional(readOnly = true)
    public boolean allow(AiProvider provider, String code) {
        if (provider == AiProvider.SANDBOX) {
            return true;
        }
        var listed = pipeline.ask(models.of(provider)).answer();
        return listed.isEmpty()
                || listed.stream().anyMatch(model -> model.terms().code().equals(code));
    }

    /** A model that stays keeps its id; answers the first page of the new list. */
    @Transactional
    public Page<AiModel> replace(Actor actor, List<ModelTerms> wanted) {
        var trip = pipeline.open();
        trip.add(StoreLock.take(StoreId.PLATFORM, LOCK));
        var present = trip.add(models.all());
        trip.send();
        var before = present.answer();
        var after = wanted.stream().map(terms -> merged(before, terms)).toList();
        trip.add(models.keepOnly(after));
        trip.add(models.save(after));
        var page = models.list().on(trip, Paging.first());
        trip.send();
        audit.record(
                StoreId.PLATFORM,
                actor,
                new Change(
                        TYPE + ".replaced",
                        TYPE,
                        null,
                        Map.of("items", before.stream().map(AiModel::terms).toList()),
                        Map.of("items", wanted)));
        return page.get();
    }

    private AiModel merged(List<AiModel> before, ModelTerms terms) {
        var now = clock.instant();
        return before.stream()
                .filter(model -> model.is(terms))
                .findFirst()
                .map(model ->
                        model.terms().equals(terms) ? model : new AiModel(model.id(), terms, model.createdAt(), now))
                .orElseGet(() -> new AiModel(uuidGenerator.next(), terms, now, now));
    }
}
