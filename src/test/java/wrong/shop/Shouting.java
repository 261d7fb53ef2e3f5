package wrong.shop;

class Shouting {

    void shout() {
        System.out.println("Sold!");
    }
}
