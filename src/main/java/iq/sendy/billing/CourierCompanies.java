package iq.sendy.billing;

import iq.sendy.billing.store.CourierCompanyStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.audit.Audit.Change;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Courier companies of the platform. */
@Service
public class CourierCompanies {

    private static final String TYPE = "courier_company";

    private final CourierCompanyStore companies;
    private final Pipeline pipeline;
    private final Audit audit;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;

    CourierCompanies(
            CourierCompanyStore companies, Pipeline pipeline, Audit audit, UuidGenerator uuidGenerator, Clock clock) {
        this.companies = companies;
        this.pipeline = pipeline;
        this.audit = audit;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Page<CourierCompany> list(Paging paging) {
        return companies.list().page(pipeline, paging);
    }

    @Transactional(readOnly = true)
    public Optional<CourierCompany> find(UUID id) {
        return pipeline.ask(companies.find(id)).first();
    }

    @Transactional
    public CourierCompany add(Actor actor, SaveCourierCompany command) {
        var company = command.fresh(uuidGenerator.next(), clock.instant());
        pipeline.send(companies.insert(company));
        audit.record(StoreId.PLATFORM, actor, Change.created(TYPE, company.id(), company));
        return company;
    }

    /** Empty when there is no such company. */
    @Transactional
    public Optional<CourierCompany> change(Actor actor, UUID id, SaveCourierCompany command) {
        return pipeline.ask(companies.lock(id)).first().map(before -> {
            var after = command.over(before, clock.instant());
            pipeline.send(companies.update(after));
            audit.record(StoreId.PLATFORM, actor, Change.updated(TYPE, id, before, after));
            return after;
        });
    }
}
