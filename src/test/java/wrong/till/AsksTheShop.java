package wrong.till;

import wrong.shop.Figures;

/** Through the door of a shop that its module does not name. */
public class AsksTheShop {

    String ask(Figures figures) {
        return figures.toString();
    }
}
