package iq.sendy.faults.attacks;

import java.nio.charset.StandardCharsets;

/** An HTTP request as it goes over the wire, right or wrong. */
public final class RawRequest {

    private static final String DOOR = "/api/v1/store/integrations";
    private static final byte[] NOTHING = {};
    private static final String BOUNDARY = "boundary-of-the-form";

    private final byte[] head;
    private final byte[] body;
    private final int times;
    private final Pace pace;

    private RawRequest(byte[] head, byte[] body, int times, Pace pace) {
        this.head = head;
        this.body = body;
        this.times = times;
        this.pace = pace;
    }

    public static RawRequest get(String path, String headers) {
        return headed("GET", path, headers, NOTHING, 1);
    }

    /** At the door of keys. */
    static RawRequest get(Account account, String path) {
        return get(DOOR + path, account.keyHeader());
    }

    static RawRequest json(String method, String path, String headers, byte[] body) {
        return typed(method, path, headers, "application/json", body);
    }

    static RawRequest json(String method, String path, String headers, String body) {
        return json(method, path, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    /** At the door of keys. */
    static RawRequest post(Account account, String path, byte[] body) {
        return json("POST", DOOR + path, account.keyHeader(), body);
    }

    static RawRequest post(Account account, String path, String body) {
        return post(account, path, body.getBytes(StandardCharsets.UTF_8));
    }

    /** The same with a header that names the effect, so that it is had once. */
    static RawRequest postOnce(Account account, String path, byte[] body) {
        return json("POST", DOOR + path, account.keyHeader() + Account.idempotencyKey(), body);
    }

    /** A file in a form, at the door of keys. */
    static RawRequest upload(Account account, String path, String name, byte[] file) {
        var start = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        return form(
                account,
                path,
                joined(
                        start.getBytes(StandardCharsets.US_ASCII),
                        file,
                        ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII)));
    }

    /** A form whose parts are as they are given, between {@link #boundary()}s. */
    static RawRequest form(Account account, String path, byte[] body) {
        return typed("POST", DOOR + path, account.keyHeader(), "multipart/form-data; boundary=" + BOUNDARY, body);
    }

    static String boundary() {
        return "--" + BOUNDARY;
    }

    static RawRequest typed(String method, String path, String headers, String type, byte[] body) {
        return headed(method, path, headers + "Content-Type: " + type + "\r\n", body, 1);
    }

    /** A body that promises so many times its piece. */
    static RawRequest pours(String method, String path, String type, byte[] piece, int times) {
        return headed(method, path, "Content-Type: " + type + "\r\n", piece, times);
    }

    private static RawRequest headed(String method, String path, String headers, byte[] body, int times) {
        var length = body.length == 0 ? "" : "Content-Length: " + (long) body.length * times + "\r\n";
        var head =
                method + " " + path + " HTTP/1.1\r\nHost: sendy\r\nConnection: close\r\n" + headers + length + "\r\n";
        return new RawRequest(head.getBytes(StandardCharsets.UTF_8), body, times, Pace.AT_ONCE);
    }

    /** Bytes that need be no HTTP at all. */
    static RawRequest bytes(String bytes) {
        return new RawRequest(bytes.getBytes(StandardCharsets.UTF_8), NOTHING, 1, Pace.AT_ONCE);
    }

    RawRequest at(Pace other) {
        return new RawRequest(head, body, times, other);
    }

    byte[] head() {
        return head;
    }

    byte[] body() {
        return body;
    }

    int times() {
        return times;
    }

    public Pace pace() {
        return pace;
    }

    private static byte[] joined(byte[]... parts) {
        var length = 0;
        for (var part : parts) {
            length += part.length;
        }
        var all = new byte[length];
        var at = 0;
        for (var part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}
