package iq.sendy.geography;

/** Names of a place in the three languages of a store. */
public record PlaceNames(String english, String arabic, String kurdish) {

    public PlaceNames {
        if (english.isBlank() || arabic.isBlank() || kurdish.isBlank()) {
            throw new IllegalArgumentException("A place without a name: " + english + ", " + arabic + ", " + kurdish);
        }
    }

    /** The name in a store's language: {@code ar}, {@code ckb}, and English for any other. */
    public String in(String language) {
        return switch (language) {
            case "ar" -> arabic;
            case "ckb" -> kurdish;
            default -> english;
        };
    }
}
