package iq.sendy.agent;

import iq.sendy.agent.store.JoinedJobStore;
import iq.sendy.messaging.ConversationsJoined;
import iq.sendy.platform.sql.Pipeline;
import java.time.Clock;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Joins of jobs whose conversations turn out to be one, in the transaction that joins those. */
@Service
public class JobJoins {

    private final JoinedJobStore joins;
    private final JobBoard board;
    private final Pipeline pipeline;
    private final Clock clock;

    JobJoins(JoinedJobStore joins, JobBoard board, Pipeline pipeline, Clock clock) {
        this.joins = joins;
        this.board = board;
        this.pipeline = pipeline;
        this.clock = clock;
    }

    /** From now on the live job of the one that stays answers what was asked in either. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void join(ConversationsJoined joined) {
        var now = clock.instant();
        var trip = pipeline.open();
        var anew = trip.add(joins.takeAlong(joined, now));
        var over = trip.add(joins.supersede(joined, now));
        trip.add(joins.move(joined));
        trip.send();
        Stream.concat(anew.answer().stream(), over.answer().stream())
                .forEach(job -> board.tell(joined.store(), joined.kept(), job));
    }
}
