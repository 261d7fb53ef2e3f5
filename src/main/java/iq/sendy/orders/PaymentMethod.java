package iq.sendy.orders;

import iq.sendy.kernel.WireWord;

/** How the customer pays. */
public enum PaymentMethod implements WireWord {
    CASH_ON_DELIVERY("CashOnDelivery"),
    CASH("Cash"),
    CARD("Card"),
    BANK_TRANSFER("BankTransfer"),
    WALLET("Wallet");

    private final String word;

    PaymentMethod(String word) {
        this.word = word;
    }

    /** The contract's word. */
    @Override
    public String toString() {
        return word;
    }
}
