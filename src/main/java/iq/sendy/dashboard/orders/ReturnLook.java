package iq.sendy.dashboard.orders;

import iq.sendy.returns.ReturnStatus;

/** How the state of a return looks: a word with an icon, and a colour that says nothing alone. */
record ReturnLook(String tone, String icon, String word) {

    static ReturnLook of(ReturnStatus status) {
        var word = "return.status." + status;
        return switch (status) {
            case PENDING -> new ReturnLook("warning", "clock", word);
            case APPROVED -> new ReturnLook("info", "coming", word);
            case REJECTED -> new ReturnLook("", "cancelled", word);
            case COMPLETED -> new ReturnLook("good", "good", word);
        };
    }
}
