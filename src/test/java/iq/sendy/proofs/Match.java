package iq.sendy.proofs;

import iq.sendy.Stall;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One sequence, on paper and at Sendy's doors, in a store of its own. */
final class Match {

    private final Stall stall;
    private final OnPaper play = new OnPaper();
    private final Paper paper = play.paper;
    private final RealDoors doors;

    private Match(Opening opening, Stall stall) {
        this.stall = stall;
        this.doors = opening.doors(stall);
        for (var i = 0; i < paper.rows.size(); i++) {
            paper.rows.get(i).id = opening.rows().get(i).toString();
        }
    }

    /** Plays the commands; answers where paper and Sendy first disagree, or null when they never do. */
    static @Nullable String disagreement(Opening opening, Stall stall, List<Move> moves) {
        var match = new Match(opening, stall);
        for (var i = 0; i < moves.size(); i++) {
            var said = match.play(moves.get(i));
            if (said != null) {
                return "command " + i + " " + moves.get(i) + ": " + said;
            }
        }
        var expected = Books.of(match.paper);
        var found = Books.of(match.stall);
        if (expected.equals(found)) {
            return null;
        }
        var missing = new ArrayList<>(expected);
        missing.removeAll(found);
        var unexpected = new ArrayList<>(found);
        unexpected.removeAll(expected);
        return "in the end paper says " + missing + ", Sendy " + unexpected;
    }

    /** Null when both say the same. */
    private @Nullable String play(Move move) {
        for (var told : play.play(move)) {
            var said = told.sendy().apply(doors);
            if (!told.paper().equals(said)) {
                return "paper says <" + told.paper() + ">, Sendy <" + said + ">";
            }
        }
        return null;
    }
}
