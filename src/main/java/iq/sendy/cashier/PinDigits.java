package iq.sendy.cashier;

import iq.sendy.kernel.Digits;

/** What a PIN is: four to eight digits, in any of the three scripts. */
public final class PinDigits {

    private static final int FEWEST = 4;
    private static final int MOST = 8;

    private PinDigits() {}

    public static boolean valid(String typed) {
        return typed.length() >= FEWEST
                && typed.length() <= MOST
                && Digits.toAscii(typed).chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }
}
