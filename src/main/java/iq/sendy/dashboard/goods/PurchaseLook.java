package iq.sendy.dashboard.goods;

import iq.sendy.purchasing.PurchaseOrderStatus;

/** How the state of a purchase order looks: tone, icon and the key of its word. */
record PurchaseLook(String tone, String icon, String word) {

    static PurchaseLook of(PurchaseOrderStatus status) {
        var word = "purchase.status." + status;
        return switch (status) {
            case DRAFT -> new PurchaseLook("", "edit", word);
            case SENT -> new PurchaseLook("info", "outside", word);
            case PARTIALLY_RECEIVED -> new PurchaseLook("warning", "coming", word);
            case RECEIVED -> new PurchaseLook("good", "good", word);
            case CANCELLED -> new PurchaseLook("", "cancelled", word);
        };
    }
}
