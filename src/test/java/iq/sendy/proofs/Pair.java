package iq.sendy.proofs;

import iq.sendy.Api;
import iq.sendy.Stall;
import java.util.List;
import java.util.function.Function;

/**
 * Two requests that meet.
 *
 * @param name what a run of this pair alone names
 * @param setting prepares the store of which each word gets a copy
 * @param allowed what may come of it: status and faults of the one, a bar, and those of the other
 */
record Pair(String name, Setting setting, List<String> allowed) {

    interface Setting {

        Meeting in(Stall stall, Api key);
    }

    /**
     * The two requests, and what is looked at when both are answered. They name nothing of the store but ids, which its copies
     * have as well.
     *
     * @param check what is wrong with the two answers, empty when nothing is
     */
    record Meeting(Function<Api, Api.Reply> one, Function<Api, Api.Reply> other, Check check) {

        Meeting(Function<Api, Api.Reply> one, Function<Api, Api.Reply> other) {
            this(one, other, (_, _, _) -> "");
        }
    }

    interface Check {

        String wrong(Stall copy, Api.Reply one, Api.Reply other);
    }

    /** What is wrong with two answers; empty when nothing is. */
    String wrong(Meeting meeting, Stall copy, Api.Reply one, Api.Reply other) {
        var said = said(one, other);
        return allowed.contains(said) ? meeting.check().wrong(copy, one, other) : said + " is none of " + allowed;
    }

    static String said(Api.Reply one, Api.Reply other) {
        return said(one) + " | " + said(other);
    }

    private static String said(Api.Reply reply) {
        return reply.status() == 200 ? "200" : reply.status() + " " + String.join(", ", reply.faults());
    }
}
