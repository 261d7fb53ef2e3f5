package iq.sendy.fakes;

import static iq.sendy.fakes.GraphAnswer.refusal;

import iq.sendy.kernel.Bytes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@link FakeGraph} knows, and what Meta would answer to a call. */
final class GraphDesk {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String VERSION = "v26.0";

    enum Kind {
        WHATSAPP,
        INSTAGRAM,
        PAGE
    }

    /** @param instagram the account of Instagram that a Page has; null of others */
    record Account(Kind kind, String token, @Nullable String instagram) {}

    record Medium(
            String mimeType,
            Bytes content,
            String sha256,
            @Nullable String token) {}

    final Map<String, Account> accounts = new ConcurrentHashMap<>();
    final Map<String, Medium> media = new ConcurrentHashMap<>();
    final Map<String, String> renewals = new ConcurrentHashMap<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final String cdn;

    GraphDesk(String cdn) {
        this.cdn = cdn;
    }

    void clear() {
        accounts.clear();
        media.clear();
        renewals.clear();
    }

    /** The same call with the account's id in the place of Meta's word for whoever a token is of. */
    GraphCall named(GraphCall call) {
        var token = call.token();
        return "me".equals(call.account()) && token != null ? call.of(holder(token)) : call;
    }

    /** Whose token is renewed. */
    String owner(GraphCall call) {
        return holder(call.query().getOrDefault("access_token", ""));
    }

    private String holder(String token) {
        return accounts.entrySet().stream()
                .filter(known -> known.getValue().token().equals(token))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    GraphAnswer usual(GraphCall call) {
        if ("/refresh_access_token".equals(call.path())) {
            return renewed(call);
        }
        if (!VERSION.equals(call.version())) {
            return refusal(400, 2635, "You are calling a deprecated version of the API");
        }
        var medium = media.get(call.account());
        if ("GET".equals(call.method()) && medium != null) {
            return described(call, medium);
        }
        var account = accounts.get(call.account());
        if (account == null || !account.token().equals(call.token())) {
            return new GraphAnswer(
                    401, GraphAnswer.error(190, 463, "Error validating access token: Session has expired"));
        }
        if (!call.host().equals(account.kind() == Kind.INSTAGRAM ? "instagram" : "facebook")) {
            return refusal(400, 100, "Unsupported post request: another host has this account");
        }
        if ("GET".equals(call.method()) && call.path().equals("/" + call.account())) {
            return described(call.account(), account);
        }
        if (!call.path().endsWith("/messages") || !"POST".equals(call.method()) || call.body() == null) {
            return refusal(400, 100, "Unsupported request");
        }
        return account.kind() == Kind.WHATSAPP ? whatsApp(call.body()) : instagram(call.body());
    }

    /** Who may read an account sees what others do not. */
    private static GraphAnswer described(String id, Account account) {
        var answer = JSON.createObjectNode();
        switch (account.kind()) {
            case WHATSAPP ->
                answer.put("display_phone_number", "+964 780 000 0001").put("id", id);
            case INSTAGRAM -> answer.put("user_id", id).put("username", "shop").put("id", "app-scoped-" + id);
            case PAGE -> {
                if (account.instagram() != null) {
                    answer.putObject("instagram_business_account").put("id", account.instagram());
                }
                answer.put("id", id);
            }
        }
        return new GraphAnswer(200, answer.toString());
    }

    private GraphAnswer whatsApp(JsonNode body) {
        if ("read".equals(body.path("status").stringValue(""))) {
            var whole = body.has("message_id") && body.has("messaging_product");
            return whole ? new GraphAnswer(200, "{\"success\":true}") : refusal(400, 100, "message_id");
        }
        var wrong = GraphRules.whatsApp(body);
        if (wrong != null) {
            return refusal(400, 100, wrong);
        }
        var answer = JSON.createObjectNode().put("messaging_product", "whatsapp");
        var to = body.path("to").stringValue("");
        var contact = answer.putArray("contacts").addObject();
        contact.put("input", to.isEmpty() ? body.path("recipient").stringValue("") : to);
        contact.put(to.isEmpty() ? "user_id" : "wa_id", contact.path("input").stringValue(""));
        answer.putArray("messages")
                .addObject()
                .put("id", "wamid.FAKE" + ids.incrementAndGet())
                .put("message_status", "accepted");
        return new GraphAnswer(200, answer.toString());
    }

    private GraphAnswer instagram(JsonNode body) {
        var recipient = body.at("/recipient/id").stringValue("");
        if (body.has("sender_action")) {
            return new GraphAnswer(200, "{\"recipient_id\":\"" + recipient + "\"}");
        }
        var wrong = GraphRules.instagram(body);
        if (wrong != null) {
            return refusal(400, 100, wrong);
        }
        var answer = JSON.createObjectNode().put("recipient_id", recipient);
        return new GraphAnswer(
                200,
                answer.put("message_id", "mid.FAKE" + ids.incrementAndGet()).toString());
    }

    private GraphAnswer renewed(GraphCall call) {
        var fresh = renewals.get(call.query().getOrDefault("access_token", ""));
        if (fresh == null
                || !"instagram".equals(call.host())
                || !"ig_refresh_token".equals(call.query().get("grant_type"))) {
            return new GraphAnswer(400, GraphAnswer.error(190, 463, "Error validating access token"));
        }
        var answer = JSON.createObjectNode().put("access_token", fresh);
        return new GraphAnswer(
                200,
                answer.put("token_type", "bearer").put("expires_in", 5_183_944).toString());
    }

    private GraphAnswer described(GraphCall call, Medium medium) {
        if (medium.token() == null || !medium.token().equals(call.token())) {
            return refusal(401, 190, "Error validating access token");
        }
        var answer =
                JSON.createObjectNode().put("messaging_product", "whatsapp").put("url", cdn + call.account());
        answer.put("mime_type", medium.mimeType()).put("sha256", medium.sha256());
        answer.put("file_size", Integer.toString(medium.content().length())).put("id", call.account());
        return new GraphAnswer(200, answer.toString());
    }

    byte[] content(GraphCall call) {
        var medium = media.get(call.account());
        if (medium == null) {
            return new GraphAnswer(404, "Bad signature").bytes("Content-Type: text/plain");
        }
        if (medium.token() == null ? call.token() != null : !medium.token().equals(call.token())) {
            return refusal(401, 190, "Authentication Error").bytes();
        }
        return GraphAnswer.raw(200, medium.content().toArray(), "Content-Type: " + medium.mimeType());
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
