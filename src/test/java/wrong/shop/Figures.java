package wrong.shop;

import wrong.shop.store.FigureStore;

/** A service whose record its store makes: neither can be read without the other. */
public class Figures {

    private final FigureStore store = new FigureStore();

    public record Counts(long all) {}

    Counts all() {
        return store.all();
    }
}
