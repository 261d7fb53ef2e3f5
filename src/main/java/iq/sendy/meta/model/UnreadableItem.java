package iq.sendy.meta.model;

/** An item that lacks what every one of its kind has, so that nothing can be made of it. */
final class UnreadableItem extends RuntimeException {

    UnreadableItem(String what) {
        super(what, null, false, false);
    }
}
