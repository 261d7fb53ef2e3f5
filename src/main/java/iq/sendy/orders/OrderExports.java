package iq.sendy.orders;

import iq.sendy.geography.Geography;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.compute.ComputeKind;
import iq.sendy.platform.compute.ComputePool;
import iq.sendy.stores.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;

/** Orders of a list as a file to take along, newest first. */
@Service
public class OrderExports {

    private static final int PAGE = 500;

    /** Before every order: with a cursor nothing is counted. */
    private static final String FROM_THE_NEWEST = "9999999999999_" + Long.MAX_VALUE;

    private final Orders orders;
    private final Settings storeSettings;
    private final Geography geography;
    private final ComputePool compute;

    OrderExports(Orders orders, Settings storeSettings, Geography geography, ComputePool compute) {
        this.orders = orders;
        this.storeSettings = storeSettings;
        this.geography = geography;
        this.compute = compute;
    }

    /** Where a file goes. */
    public interface Receiver {

        /**
         * Begins it, when its first lines are made.
         *
         * @param language in which places are named
         */
        OutputStream begin(String language) throws IOException;
    }

    /**
     * Each page is a read of its own, is made by the pool into memory and then sent from the thread that asks, so that one is
     * there at a time, and a client that reads slowly holds nothing but that thread.
     */
    public void send(StoreId store, OrderFilter filter, ExportFormat format, Receiver receiver) throws IOException {
        var language = storeSettings.of(store).language();
        var export = new OrderExport(geography, language);
        var first = orders.list(store, filter, paging(FROM_THE_NEWEST));
        var made = new ByteArrayOutputStream();
        var sheet = compute.run(ComputeKind.EXPORT, () -> export.begin(format, made, first.items()));
        var stream = receiver.begin(language);
        send(made, stream);
        for (var next = first.nextCursor(); next != null; ) {
            var page = orders.list(store, filter, paging(next));
            compute.goOn(ComputeKind.EXPORT, () -> export.write(sheet, page.items()));
            send(made, stream);
            next = page.nextCursor();
        }
        compute.goOn(ComputeKind.EXPORT, sheet::end);
        send(made, stream);
    }

    private static void send(ByteArrayOutputStream made, OutputStream stream) throws IOException {
        made.writeTo(stream);
        stream.flush();
        made.reset();
    }

    private static Paging paging(String cursor) {
        return new Paging(1, PAGE, cursor, UnaryOperator.identity());
    }
}
