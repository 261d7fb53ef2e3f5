package wrong.shop;

class BuildsByPosition {

    record Parcel(int width, int height, int depth, int weight, int floor, int street, int area, int city, int land) {}

    Parcel small() {
        return new Parcel(1, 2, 3, 4, 5, 6, 7, 8, 9);
    }
}
