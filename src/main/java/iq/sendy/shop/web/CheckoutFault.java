package iq.sendy.shop.web;

/**
 * Fault of a checkout, in the reader's words.
 *
 * @param field the form's name of what is to be mended, or {@code line-} and the number of a line; empty where it is the whole
 */
record CheckoutFault(String field, String text) {

    /** Where the summary leads to. */
    public String anchor() {
        return field.isEmpty() ? "" : "#" + field;
    }
}
