package iq.sendy.dashboard;

import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Trips to the database with what a screen asks of several modules: one for all. */
@Service
public class PageTrips {

    private final Pipeline pipeline;

    PageTrips(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    /** Asks them, and each is answered. */
    @Transactional(readOnly = true)
    public void ask(List<? extends Query<?>> queries) {
        pipeline.send(queries);
    }
}
