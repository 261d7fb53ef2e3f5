package iq.sendy.faults.attacks;

import java.util.List;

/** Texts that are dear to trim, to compose, to fold or to look at before their length is. */
final class TextShapes {

    private static final int MOST_OF_A_BODY = 1_000_000;

    private TextShapes() {}

    static List<Shape> all() {
        var blanks = " ".repeat(20_000);
        var marks = "\u0316\u0301".repeat(120_000);
        return List.of(
                Shape.anonymous("blanks in a phone", signIn("a" + blanks + "b", "x")),
                Shape.anonymous("blanks in a password", signIn("07801234567", "a" + blanks + "b")),
                Shape.anonymous("marks in a password", signIn("07801234567", "a" + marks)),
                Shape.anonymous(
                        "marks in a new password",
                        RawRequest.json(
                                "POST",
                                "/api/v1/auth/register",
                                "",
                                "{\"storeName\":\"a\",\"ownerName\":\"b\",\"phone\":\"07801234567\",\"password\":\"a"
                                        + marks + "\"}")),
                Shape.anonymous("digits in a phone", signIn("٧".repeat(MOST_OF_A_BODY / 2), "x")),
                new Shape(
                        "blanks in a search",
                        account -> RawRequest.get(account, "/orders?q=a" + "+".repeat(7_000) + "b")),
                new Shape(
                        "blanks in a cursor",
                        account -> RawRequest.get(account, "/orders?cursor=a" + "+".repeat(7_000) + "b")),
                inOrder("blanks in a note", "notes", "a" + " ".repeat(MOST_OF_A_BODY) + "b"),
                inOrder("marks without a shape", "externalRef", "a" + "\u200f".repeat(MOST_OF_A_BODY / 3) + "b"),
                inOrder("dashes in a code", "discountCode", "-".repeat(MOST_OF_A_BODY)),
                inOrder("escapes in a word", "deliveryMode", "\\\"\\u0020".repeat(MOST_OF_A_BODY / 8)));
    }

    private static Shape inOrder(String name, String field, String text) {
        return new Shape(
                name, account -> RawRequest.post(account, "/orders", Account.orderWith(field, "\"" + text + "\"")));
    }

    static RawRequest signIn(String phone, String password) {
        return signIn("", phone, password);
    }

    static RawRequest signIn(String headers, String phone, String password) {
        return RawRequest.json(
                "POST",
                "/api/v1/auth/login",
                headers,
                "{\"phone\":\"" + phone + "\",\"password\":\"" + password + "\"}");
    }
}
