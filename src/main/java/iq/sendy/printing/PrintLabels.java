package iq.sendy.printing;

import iq.sendy.platform.api.InlineFile;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.api.Violation;
import java.util.List;

/**
 * Asks for the labels of several orders in one file.
 *
 * @param ids ids and public ids as they were sent, in the order of printing
 */
public record PrintLabels(List<String> ids) {

    /** So many are drawn in one turn of the processor, and held at once. */
    public static final int MOST = 100;

    public PrintLabels {
        ids = List.copyOf(ids);
    }

    /** What came of it. */
    public sealed interface Result {

        record Printed(InlineFile file) implements Result {}

        /**
         * Nothing is printed when a label would be missing from the pile.
         *
         * @param places of all that there are not, from 0
         */
        @RefusedWith(code = "order.unknown", field = "ids")
        record NoSuchOrders(List<Integer> places) implements Result, Refusal {

            public NoSuchOrders {
                places = List.copyOf(places);
            }

            @Override
            public List<Violation> violations() {
                return places.stream()
                        .map(place -> Violation.at("ids[" + place + "]", "order.unknown"))
                        .toList();
            }
        }
    }
}
