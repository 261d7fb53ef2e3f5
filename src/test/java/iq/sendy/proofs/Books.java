package iq.sendy.proofs;

import iq.sendy.Stall;
import iq.sendy.orders.OrderFilter;
import java.util.ArrayList;
import java.util.List;

/** The whole state of a shop in lines of text, from paper and from Sendy's doors: they are the same lines. */
final class Books {

    private Books() {}

    static List<String> of(Paper paper) {
        var lines = new ArrayList<String>();
        paper.rows.forEach(row -> lines.add("stock " + row.id + " " + row.onHand + " " + row.reserved));
        for (var i = 0; i < paper.orders.size(); i++) {
            var order = paper.orders.get(i);
            lines.add("order " + (i + 1) + " " + order.status + " " + order.payment + " " + order.total() + " "
                    + order.collected + " " + (order.code == Paper.NONE ? null : paper.codes.get(order.code).word) + " "
                    + order.lines.stream()
                            .map(line -> Paper.SKUS[line.sku()] + " " + line.quantity() + " " + line.price() + " "
                                    + line.total() + " " + line.cost())
                            .toList());
        }
        paper.returns.forEach(
                request -> lines.add("return " + request.status + " " + request.refund() + " " + request.pieces));
        paper.counter.drawers.forEach(cash -> lines.add("drawer " + cash));
        paper.codes.forEach(code -> lines.add("code " + code.word + " " + code.used()));
        paper.buyers.forEach(
                (phone, buyer) -> lines.add("customer " + RealShop.phone(phone).value() + " " + buyer));
        return lines.stream().sorted().toList();
    }

    static List<String> of(Stall stall) {
        var store = stall.store();
        var lines = new ArrayList<String>();
        stall.stock().forEach(row -> lines.add("stock " + row.id() + " " + row.onHand() + " " + row.reserved()));
        for (var order : stall.at(doors -> doors.orders().list(store, OrderFilter.ANY, Stall.all()))
                .items()) {
            lines.add("order " + order.number() + " " + order.status() + " "
                    + order.payment().status() + " " + order.money().total() + " "
                    + order.payment().amountCollected() + " " + order.discountCode() + " "
                    + order.lines().stream()
                            .map(line -> line.sku() + " " + line.quantity() + " " + line.unitPrice() + " "
                                    + line.lineTotal() + " " + line.unitCost())
                            .toList());
        }
        for (var request : stall.at(doors -> doors.returns().list(store, List.of(), Stall.all()))
                .items()) {
            lines.add("return " + request.status() + " " + request.refund().amount() + " "
                    + request.items().stream()
                            .map(item -> item.quantity() + " " + item.restocked() + " " + item.damaged() + " "
                                    + item.refund())
                            .toList());
        }
        for (var report : stall.at(doors -> doors.cashierSessions().list(store, Stall.all()))
                .items()) {
            lines.add("drawer " + report.expectedCash());
        }
        for (var code : stall.at(doors -> doors.discountCodes().list(store, Stall.all()))
                .items()) {
            lines.add("code " + code.details().code() + " " + code.usedCount());
        }
        for (var customer : stall.at(doors -> doors.customers().list(store, null, Stall.all()))
                .items()) {
            lines.add("customer " + customer.phone().value() + " " + customer.ordersCount() + " "
                    + customer.deliveredCount() + " " + customer.refusedCount() + " " + customer.returnedCount() + " "
                    + customer.collectedTotal() + " " + customer.about().blocked());
        }
        return lines.stream().sorted().toList();
    }
}
