package iq.sendy.egress;

import iq.sendy.egress.CallOutcome.CutOff;
import iq.sendy.egress.CallOutcome.NothingSent;
import iq.sendy.egress.CallOutcome.Replied;
import iq.sendy.egress.CallOutcome.TooLong;
import iq.sendy.egress.CallOutcome.Unsettled;
import iq.sendy.egress.HttpExchange.Said;

/** Calls whose whole answer counts. */
final class Calls {

    private Calls() {}

    static CallOutcome make(Exchanges exchanges, Target target, Said said, ExchangeLimits exchangeLimits) {
        var deadline = new Deadline(exchangeLimits);
        try {
            var heard = exchanges.make(target, said, deadline);
            return switch (heard.end()) {
                case WHOLE -> new Replied(heard.head(), heard.body().bytes());
                case TOO_LONG -> new TooLong(heard.head());
                case BROKEN -> new CutOff(heard.head());
            };
        } catch (ExchangeFailure failure) {
            return deadline.timing().firstByte() == null
                    ? new NothingSent(failure.errorClass(), failure.why())
                    : new Unsettled(failure.errorClass(), failure.why());
        } catch (ResolverBusy _) {
            return new NothingSent(ErrorClass.DNS, "busy");
        }
    }
}
