package iq.sendy.proofs;

import iq.sendy.Copies;
import iq.sendy.Market;
import iq.sendy.Stall;
import iq.sendy.inventory.AdjustStock;
import iq.sendy.platform.audit.Actor;
import iq.sendy.pricing.Discount.AmountOff;
import iq.sendy.pricing.Discount.PercentOff;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What each sequence begins with, in a copy of its own: shelves, codes and an open register, and their ids. */
record Opening(Copies copies, List<UUID> products, List<UUID> rows, List<UUID> codes, UUID session) {

    static Opening at(Market market, JdbcClient superuser) {
        var stall = market.opens();
        var paper = new OnPaper().paper;
        var second = stall.builds("مخزن الكرخ");
        var products = new ArrayList<UUID>();
        for (var sku = 0; sku < Paper.SKUS.length; sku++) {
            var pieces = paper.tracked[sku] ? (Long) paper.row(sku, 0).onHand : null;
            products.add(stall.sells(Paper.SKUS[sku], paper.prices[sku], pieces));
        }
        var rows = new ArrayList<UUID>();
        var stock = stall.stock();
        for (var i = 0; i < paper.rows.size(); i++) {
            var product = products.get(i / Paper.PLACES);
            var inSecond = i % Paper.PLACES == 1;
            rows.add(stock.stream()
                    .filter(item -> item.productId().equals(product)
                            && item.warehouseId().equals(second) == inSecond)
                    .findFirst()
                    .orElseThrow()
                    .id());
        }
        stall.at(doors -> doors.stockAdjustments()
                .adjust(stall.store(), Actor.SYSTEM, new AdjustStock(rows.get(1), OnPaper.IN_SECOND, "نقل")));
        var codes = new ArrayList<UUID>();
        for (var code : paper.codes) {
            var discount = code.percentage ? new PercentOff((int) code.value * 100) : new AmountOff(code.value);
            codes.add(stall.offers(code.word, discount, code.maxUses, code.perPhone));
        }
        var session = RealCounter.opens(stall);
        return new Opening(Copies.of(stall, market, superuser), products, rows, codes, session);
    }

    RealDoors doors(Stall copy) {
        var shop = new RealShop(copy, products, rows, codes);
        return new RealDoors(shop, new RealCounter(copy, shop, session));
    }
}
