package iq.sendy.simulator.web;

import iq.sendy.simulator.ChatLine;
import org.jspecify.annotations.Nullable;

/**
 * A line of a chat on a page.
 *
 * @param picture the address of a picture that the page may show; null where there is none
 * @param file the name of a file that it only names; null where there is none
 * @param quoted what it answers; null where it answers nothing that the phone remembers
 * @param time of the day, as the phone shows it
 */
record LineView(
        ChatLine line,
        @Nullable String picture,
        @Nullable String file,
        @Nullable ChatLine quoted,
        String time) {

    /** The word of its ticks: customers see their own go out, and that the shop's arrived. */
    public String tick() {
        return switch (line.tick()) {
            case REFUSED -> "refused";
            case SENT -> "sent";
            case DELIVERED -> "delivered";
            case READ -> "read";
        };
    }
}
