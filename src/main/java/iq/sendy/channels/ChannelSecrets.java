package iq.sendy.channels;

import iq.sendy.channels.ChannelView.ChannelAccount;
import iq.sendy.channels.store.ChannelSecretStore;
import iq.sendy.channels.store.ChannelSecretStore.SealedSecrets;
import iq.sendy.channels.store.ChannelStore;
import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.StoreId;
import iq.sendy.meta.GraphAccount;
import iq.sendy.meta.InstagramLogin;
import iq.sendy.platform.sealing.SecretBox;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Secrets of channels at rest: sealed for their row and column, so that a copy in another one does not open. */
@Component
public class ChannelSecrets {

    private static final String ACCESS_TOKEN = "access_token";
    private static final String APP_SECRET = "app_secret";

    /** Graph's word for whoever a token is of: here the Page of an account that was connected by Facebook. */
    private static final String OF_TOKEN = "me";

    private final ChannelSecretStore secrets;
    private final ChannelStore channels;
    private final SecretBox box;
    private final Pipeline pipeline;
    private final DeploymentSecret deployment;

    ChannelSecrets(
            ChannelSecretStore secrets,
            ChannelStore channels,
            SecretBox box,
            Pipeline pipeline,
            DeploymentSecret deployment) {
        this.secrets = secrets;
        this.channels = channels;
        this.box = box;
        this.pipeline = pipeline;
        this.deployment = deployment;
    }

    /**
     * What signs the deliveries of a channel: its own app secret, else the deployment's; empty when there is neither, or no
     * such channel. It must run in a transaction of the store.
     */
    public Optional<String> appSecret(StoreId store, UUID channel) {
        return pipeline.ask(secrets.find(store, channel)).first().flatMap(kept -> {
            var own = kept.appSecret();
            return own == null ? deployment.value() : Optional.of(open(store, channel, APP_SECRET, own));
        });
    }

    /** The account that a channel sends as; empty when there is no such channel. It must run in a transaction of the store. */
    public Optional<GraphAccount> account(StoreId store, UUID channel) {
        var found = channels.find(store, channel);
        var kept = secrets.find(store, channel);
        pipeline.send(found, kept);
        return found.first()
                .flatMap(view -> kept.first()
                        .map(row -> account(view.account(), open(store, channel, ACCESS_TOKEN, row.accessToken()))));
    }

    /** The account that whoever has the token sends as. */
    public static GraphAccount account(ChannelAccount account, String token) {
        var sender = account.login() == InstagramLogin.FACEBOOK ? OF_TOKEN : account.externalId();
        return new GraphAccount(account.type(), account.login(), sender, token);
    }

    /** Whether deliveries of channels without a secret of their own can be verified. */
    public boolean deploymentHasOne() {
        return deployment.value().isPresent();
    }

    /** Whether these are the secrets of a channel. */
    boolean keeps(StoreId store, UUID channel, String accessToken, @Nullable String appSecret) {
        return pipeline.ask(secrets.find(store, channel)).first().stream()
                .anyMatch(kept -> open(store, channel, ACCESS_TOKEN, kept.accessToken())
                                .equals(accessToken)
                        && Objects.equals(
                                kept.appSecret() == null ? null : open(store, channel, APP_SECRET, kept.appSecret()),
                                appSecret));
    }

    /** Keeps the secrets of a new channel. */
    Query<Boolean> insert(StoreId store, UUID channel, String accessToken, @Nullable String appSecret) {
        return secrets.insert(
                store,
                new SealedSecrets(
                        channel,
                        seal(store, channel, ACCESS_TOKEN, accessToken),
                        appSecret == null ? null : seal(store, channel, APP_SECRET, appSecret)));
    }

    /** Keeps another access token. */
    Query<Boolean> changeAccessToken(StoreId store, UUID channel, String accessToken) {
        return secrets.changeAccessToken(store, channel, seal(store, channel, ACCESS_TOKEN, accessToken));
    }

    /** Keeps another app secret, or none. */
    Query<Boolean> changeAppSecret(StoreId store, UUID channel, @Nullable String appSecret) {
        return secrets.changeAppSecret(
                store, channel, appSecret == null ? null : seal(store, channel, APP_SECRET, appSecret));
    }

    /** The secrets of a channel are no more. */
    Query<Boolean> delete(StoreId store, UUID channel) {
        return secrets.delete(store, channel);
    }

    private Bytes seal(StoreId store, UUID channel, String column, String secret) {
        return Bytes.of(box.seal(store, purpose(channel, column), secret.getBytes(StandardCharsets.UTF_8)));
    }

    private String open(StoreId store, UUID channel, String column, Bytes sealed) {
        return new String(box.open(store, purpose(channel, column), sealed.toArray()), StandardCharsets.UTF_8);
    }

    private static String purpose(UUID channel, String column) {
        return "channels.channel_secret|" + column + "|" + channel;
    }
}
