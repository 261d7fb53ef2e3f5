package iq.sendy.faults.attacks;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** What anybody may ask, and what costs the processor or makes us wait for others. */
final class WorkShapes {

    private static final String WEBHOOKS = "/webhooks";

    private WorkShapes() {}

    static List<Shape> all() {
        return List.of(
                new Shape(
                        "a receipt of 200 lines",
                        account -> RawRequest.get(account, "/orders/" + account.orderId() + "/receipt?format=png")),
                new Shape(
                        "a receipt as PDF",
                        account -> RawRequest.get(account, "/orders/" + account.orderId() + "/receipt")),
                new Shape("an export", account -> RawRequest.get(account, "/orders/export?format=xlsx")),
                new Shape("a sign-in", account -> TextShapes.signIn(account.phone(), "a-wrong-password")),
                new Shape(
                        "a sign-in with a key",
                        account -> TextShapes.signIn(Account.idempotencyKey(), account.phone(), "a-wrong-password")),
                new Shape(
                        "a dead name",
                        account -> RawRequest.post(account, WEBHOOKS, "{\"url\":\"" + deadName() + "\"}")),
                new Shape(
                        "a dead name with a key",
                        account -> RawRequest.postOnce(
                                account,
                                WEBHOOKS,
                                ("{\"url\":\"" + deadName() + "\"}").getBytes(StandardCharsets.US_ASCII))));
    }

    /** Below a domain that no name server may know. */
    private static String deadName() {
        return "https://" + UUID.randomUUID() + ".dead.invalid/";
    }
}
