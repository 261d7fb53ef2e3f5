package iq.sendy.orders;

import java.util.Arrays;

/** How the customer pays. */
public enum PaymentMethod {
    CASH_ON_DELIVERY("CashOnDelivery"),
    CASH("Cash"),
    CARD("Card"),
    BANK_TRANSFER("BankTransfer"),
    WALLET("Wallet");

    private final String word;

    PaymentMethod(String word) {
        this.word = word;
    }

    /** The constant whose word this is, to the letter. */
    public static PaymentMethod of(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word.equals(word))
                .findFirst()
                .orElseThrow();
    }

    /** The contract's word. */
    @Override
    public String toString() {
        return word;
    }
}
