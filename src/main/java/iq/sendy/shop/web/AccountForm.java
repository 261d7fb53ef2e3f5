package iq.sendy.shop.web;

import iq.sendy.kernel.Phone;
import org.jspecify.annotations.Nullable;

/**
 * What the sign-in of a shop shows: the phone, then the code that was sent to it.
 *
 * @param typed the phone as it was typed
 * @param phone whose code is asked for; null while the phone is
 * @param reachable whether the shop has a way to send codes
 * @param wrong the key of what is wrong with the field; empty when nothing is
 * @param seconds how long to wait, empty when there is no need
 */
record AccountForm(String typed, @Nullable Phone phone, boolean reachable, String wrong, String seconds) {

    AccountForm wrong(String word) {
        return new AccountForm(typed, phone, reachable, word, seconds);
    }

    AccountForm waits(String told) {
        return new AccountForm(typed, phone, reachable, wrong, told);
    }

    public boolean faulty() {
        return !wrong.isEmpty() || !seconds.isEmpty();
    }
}
