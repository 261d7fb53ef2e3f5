package iq.sendy.meta;

import iq.sendy.meta.AccountAnswer.CanRead;
import iq.sendy.meta.AccountAnswer.CannotRead;
import iq.sendy.meta.RefreshOutcome.Denied;
import iq.sendy.meta.RefreshOutcome.NotRenewable;
import iq.sendy.meta.RefreshOutcome.Renewed;
import iq.sendy.meta.RefreshOutcome.Unanswered;
import iq.sendy.meta.SendOutcome.Accepted;
import iq.sendy.meta.SendOutcome.NotSent;
import iq.sendy.meta.SendOutcome.Refused;
import iq.sendy.meta.SendOutcome.Unconfirmed;
import iq.sendy.meta.model.OutboundBodies;
import iq.sendy.meta.remote.GraphCalls;
import iq.sendy.meta.remote.GraphReply;
import iq.sendy.meta.remote.GraphReply.Done;
import iq.sendy.meta.remote.GraphReply.No;
import iq.sendy.meta.remote.GraphReply.NotAsked;
import iq.sendy.meta.remote.GraphReply.Unclear;
import iq.sendy.meta.remote.GraphServers;
import iq.sendy.meta.remote.MediaDownloads;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/**
 * Meta's Graph API. It blocks for twenty seconds at most, runs in no transaction, repeats nothing, and tells what certainly
 * was not sent from what perhaps was.
 */
@Service
public class Graph {

    /** Graph's word for whoever a token is of. */
    private static final String OF_TOKEN = "me";

    private static final int LONGEST_ID = 1_024;
    private static final int LONGEST_TOKEN = 1_024;

    /** Longer than any that Meta gives. */
    private static final Duration LONGEST_LIFE = Duration.ofDays(366);

    private final GraphCalls calls;
    private final MediaDownloads downloads;
    private final GraphServers servers;

    Graph(GraphCalls calls, MediaDownloads downloads, GraphServers servers) {
        this.calls = calls;
        this.downloads = downloads;
        this.servers = servers;
    }

    /** The day on which Meta ends the version that is spoken here; empty where that is not known yet. */
    public Optional<LocalDate> versionEnd() {
        return servers.versionEnd();
    }

    /**
     * Sends one message.
     *
     * @param callbackData comes back in the statuses of WhatsApp; Instagram has none
     */
    public SendOutcome send(
            GraphAccount account, MessageRecipient recipient, OutboundContent content, @Nullable String callbackData) {
        return send(account, new OutboundMessage(recipient, content, callbackData, null));
    }

    /** Sends one message, which may quote another. */
    public SendOutcome send(GraphAccount account, OutboundMessage message) {
        var isWhatsApp = account.type() == ChannelType.WHATSAPP;
        var body = isWhatsApp
                ? OutboundBodies.whatsApp(message)
                : OutboundBodies.instagram(message.recipient(), message.content());
        var reply = calls.messages(account, body);
        return reply instanceof Done(var answer)
                ? accepted(isWhatsApp ? answer.at("/messages/0/id") : answer.path("message_id"))
                : notDone(reply);
    }

    /** Tells the customer that a person has read the conversation up to that message. */
    public SendOutcome markRead(GraphAccount account, MessageRecipient recipient, String messageId) {
        var body = account.type() == ChannelType.WHATSAPP
                ? OutboundBodies.whatsAppRead(messageId)
                : OutboundBodies.instagramAction(recipient, "mark_seen");
        return done(calls.messages(account, body), messageId);
    }

    /** Tells the customer that an answer is being written; on WhatsApp that marks the message as read too. */
    public SendOutcome showTyping(GraphAccount account, MessageRecipient recipient, String messageId) {
        var body = account.type() == ChannelType.WHATSAPP
                ? OutboundBodies.whatsAppTyping(messageId)
                : OutboundBodies.instagramAction(recipient, "typing_on");
        return done(calls.messages(account, body), messageId);
    }

    /** Fetches a picture or file that a customer sent. */
    public MediaOutcome download(GraphAccount account, MediaReference reference) {
        return downloads.fetch(account, reference);
    }

    /** Renews the token of an Instagram login. */
    public RefreshOutcome refresh(GraphAccount account) {
        if (account.login() != InstagramLogin.INSTAGRAM) {
            return new NotRenewable();
        }
        return switch (calls.refresh(account)) {
            case Done(var answer) -> renewed(answer);
            case No(var error) -> new Denied(error);
            case NotAsked(var why) -> new Unanswered(why);
            case Unclear(var why) -> new Unanswered(why);
        };
    }

    /**
     * Asks whether the token of an account may read it: who can only send, or has somebody else's token, may not.
     *
     * @param externalId by which deliveries name the account; the Page's own id is another
     */
    public AccountAnswer mayRead(GraphAccount account, String externalId) {
        var login = account.login();
        if (login == null) {
            var reply = calls.find(account, externalId, "?fields=id,display_phone_number");
            return readable(reply, externalId, "/id", "/display_phone_number");
        }
        return switch (login) {
            case INSTAGRAM ->
                readable(
                        calls.find(account, OF_TOKEN, "?fields=user_id,username"), externalId, "/user_id", "/username");
            case FACEBOOK ->
                readable(
                        calls.find(account, OF_TOKEN, "?fields=instagram_business_account"),
                        externalId,
                        "/instagram_business_account/id",
                        "/id");
        };
    }

    /** What anybody may read has the one and not the other. */
    private static AccountAnswer readable(GraphReply reply, String externalId, String idAt, String proofAt) {
        return switch (reply) {
            case Done(var answer) ->
                externalId.equals(answer.at(idAt).asString(""))
                                && !answer.at(proofAt).asString("").isBlank()
                        ? new CanRead()
                        : new CannotRead(CannotRead.ANOTHER);
            case No(var error) -> refused(error);
            case NotAsked(var why) -> new AccountAnswer.Unanswered(why);
            case Unclear(var why) -> new AccountAnswer.Unanswered(why);
        };
    }

    private static AccountAnswer refused(GraphError error) {
        return switch (error.errorClass()) {
            case TRANSIENT, CHANNEL_LIMIT, CONVERSATION_LIMIT -> new AccountAnswer.Unanswered(error.code());
            case CHANNEL_AUTH, POLICY, BILLING, WINDOW_CLOSED, MEDIA, PERMANENT -> new CannotRead(error.code());
        };
    }

    private static RefreshOutcome renewed(JsonNode answer) {
        var token = answer.path("access_token").stringValue("");
        var seconds = answer.path("expires_in").asLong(0);
        return token.isBlank() || token.length() > LONGEST_TOKEN || seconds <= 0
                ? new Unanswered("no token")
                : new Renewed(token, Duration.ofSeconds(Math.min(seconds, LONGEST_LIFE.toSeconds())));
    }

    private static SendOutcome accepted(JsonNode id) {
        var text = id.stringValue("");
        return text.isBlank() || text.length() > LONGEST_ID ? new Unconfirmed("no id") : new Accepted(text);
    }

    private static SendOutcome done(GraphReply reply, String messageId) {
        return reply instanceof Done ? new Accepted(messageId) : notDone(reply);
    }

    private static SendOutcome notDone(GraphReply reply) {
        return switch (reply) {
            case No(var error) -> new Refused(error);
            case NotAsked(var why) -> new NotSent(why);
            case Unclear(var why) -> new Unconfirmed(why);
            case Done _ -> new Unconfirmed("no id");
        };
    }
}
