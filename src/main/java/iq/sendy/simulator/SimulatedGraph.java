package iq.sendy.simulator;

import iq.sendy.kernel.Bytes;
import iq.sendy.meta.ChannelType;
import iq.sendy.platform.secrets.Digests;
import java.net.URI;
import java.util.HexFormat;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the simulator's Graph is asked: messages, files and tokens of its accounts, each with the account's token alone. */
@Component
class SimulatedGraph {

    private static final long SIXTY_DAYS = 5_184_000;
    private static final String FILES = "files";
    private static final String OPEN_FILES = "cdn";

    private final SimulatedAccounts accounts;
    private final WhatsAppSends whatsApp;
    private final InstagramSends instagram;
    private final SimulatedMedia media;
    private final GraphFaults faults;

    SimulatedGraph(
            SimulatedAccounts accounts,
            WhatsAppSends whatsApp,
            InstagramSends instagram,
            SimulatedMedia media,
            GraphFaults faults) {
        this.accounts = accounts;
        this.whatsApp = whatsApp;
        this.instagram = instagram;
        this.media = media;
        this.faults = faults;
    }

    /** Where Instagram's files lie, open to whoever has the address, as on Meta's network of caches. */
    static String openFile(URI base, String id) {
        return base + "/" + OPEN_FILES + "/" + id;
    }

    GraphAnswer answer(SimulatedCall call, URI base) {
        if (call.is("GET", 2) && call.path().getFirst().equals(OPEN_FILES)) {
            return file(call.path().getLast());
        }
        var holder = accounts.withToken(call.token());
        if (holder.isEmpty()) {
            return GraphAnswer.expired();
        }
        var account = holder.get();
        if (faults.take(account.type(), Set.of(GraphFault.TOKEN_EXPIRED)).isPresent()) {
            return GraphAnswer.expired();
        }
        if (call.is("GET", 1) && call.path().getFirst().equals("refresh_access_token")) {
            return refreshed(account);
        }
        if (call.is("GET", 2) && call.path().getFirst().equals(FILES)) {
            return file(call.path().getLast());
        }
        if (call.is("GET", 1) && !isAccount(call.path().getFirst(), account)) {
            return lookedUp(call.path().getFirst(), base);
        }
        if (call.path().isEmpty() || !isAccount(call.path().getFirst(), account)) {
            return GraphAnswer.unknown();
        }
        return ofAccount(account, call);
    }

    private static boolean isAccount(String word, SimulatedAccount account) {
        return word.equals(account.accountId()) || word.equals("me");
    }

    private GraphAnswer ofAccount(SimulatedAccount account, SimulatedCall call) {
        if (call.is("GET", 1)) {
            return described(account);
        }
        if (call.is("POST", 2) && call.path().getLast().equals("messages")) {
            return account.type() == ChannelType.WHATSAPP
                    ? whatsApp.send(account, call.body())
                    : instagram.send(account, call.body());
        }
        return GraphAnswer.unknown();
    }

    private static GraphAnswer described(SimulatedAccount account) {
        var body = MetaEnvelope.object().put("id", account.accountId());
        if (account.type() == ChannelType.WHATSAPP) {
            body.put("display_phone_number", account.shownAs()).put("verified_name", "Flora Baghdad");
        } else {
            body.put("user_id", account.accountId()).put("username", account.shownAs());
        }
        return GraphAnswer.ok(body);
    }

    private static GraphAnswer refreshed(SimulatedAccount account) {
        return GraphAnswer.ok(MetaEnvelope.object()
                .put("access_token", account.accessToken())
                .put("token_type", "bearer")
                .put("expires_in", SIXTY_DAYS));
    }

    private GraphAnswer lookedUp(String id, URI base) {
        return media.find(id)
                .map(file -> GraphAnswer.ok(MetaEnvelope.object()
                        .put("messaging_product", "whatsapp")
                        .put("url", base + "/" + FILES + "/" + id)
                        .put("mime_type", file.mimeType())
                        .put("sha256", hash(file.content()))
                        .put("file_size", file.content().length())
                        .put("id", id)))
                .orElseGet(GraphAnswer::unknown);
    }

    static String hash(Bytes content) {
        return HexFormat.of().formatHex(Digests.sha256(content.toArray()));
    }

    private GraphAnswer file(String id) {
        return media.find(id)
                .map(file -> GraphAnswer.file(file.content(), file.mimeType()))
                .orElseGet(GraphAnswer::unknown);
    }
}
