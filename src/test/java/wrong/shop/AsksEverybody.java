package wrong.shop;

import org.springframework.stereotype.Component;

@Component
class AsksEverybody {

    private final Object[] all;

    AsksEverybody(Dice one, Dice two, Dice three, Dice four, Dice five, Dice six, Dice seven) {
        this.all = new Object[] {one, two, three, four, five, six, seven};
    }

    int size() {
        return all.length;
    }
}
