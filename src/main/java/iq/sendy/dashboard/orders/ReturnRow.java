package iq.sendy.dashboard.orders;

import iq.sendy.orders.OrderView;
import iq.sendy.returns.ReturnView;

/** A return as a row of the list, with the order that it is of. */
record ReturnRow(ReturnView request, OrderView order, ReturnLook look, long pieces) {

    static ReturnRow of(ReturnView request, OrderView order) {
        return new ReturnRow(
                request,
                order,
                ReturnLook.of(request.status()),
                request.items().stream().mapToLong(item -> item.quantity()).sum());
    }
}
