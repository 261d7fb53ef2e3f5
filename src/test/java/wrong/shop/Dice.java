package wrong.shop;

import java.util.Random;

class Dice {

    int roll() {
        return new Random().nextInt(6);
    }
}
