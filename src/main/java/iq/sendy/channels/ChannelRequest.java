package iq.sendy.channels;

import iq.sendy.billing.AiModels;
import iq.sendy.billing.AiProvider;
import iq.sendy.channels.ChangeChannel.OwnAppSecret;
import iq.sendy.channels.ChannelView.AgentChoice;
import iq.sendy.channels.ChannelView.ChannelAccount;
import iq.sendy.channels.ChannelView.ChannelDetails;
import iq.sendy.channels.model.AccountIds;
import iq.sendy.kernel.Digits;
import iq.sendy.kernel.When;
import iq.sendy.meta.ChannelType;
import iq.sendy.meta.InstagramLogin;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.Patch;
import iq.sendy.platform.body.PatchMerge;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Secret;
import iq.sendy.platform.body.Text;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Both to connect an account and to change a channel: a field left out has its default, or keeps its value. */
@RefusedWith(code = "ai_model.unknown")
public record ChannelRequest(
        @Required @Example("\"WhatsApp\"") Patch<ChannelType> channelType,

        @Required @Text(Text.REFERENCE) @Example("\"104512345678901\"")
        Patch<String> externalAccountId,

        @Required @Text(Text.NAME) @Example("\"واتساب المتجر\"")
        Patch<String> displayName,

        @Required @Secret @Example("\"EAAGm0PX4ZCpsBAKZCzZBx\"")
        Patch<String> accessToken,

        @Required @Example("\"sandbox\"") Patch<AiProvider> aiProviderCode,

        @Required @Text(Text.REFERENCE) @Example("\"sandbox-1\"")
        Patch<String> aiModelCode,

        @Secret @Example("\"0123456789abcdef0123456789abcdef\"")
        Patch<String> appSecret,

        @Text(Text.NOTES) Patch<String> systemPromptOverride,
        @Example("true") Patch<Boolean> isEnabled,
        @Example("true") Patch<Boolean> isAgentEnabled,
        Patch<InstagramLogin> instagramLogin,
        Patch<When> tokenExpiresAt) {

    private static final int MOST_OF_APP_SECRET = Text.NAME;

    /** Without the secrets. */
    @Override
    public String toString() {
        return "channel";
    }

    /** The terms as they shall be; null after noting what is wrong with them. */
    public @Nullable ChannelTerms over(
            @Nullable ChannelTerms before, ZoneId zone, AiModels models, Violations violations) {
        accessTokenOver(before, violations);
        checkSecret("appSecret", appSecret.value(), MOST_OF_APP_SECRET, violations);
        var agent = agent(before, violations);
        checkModel(before, agent, models, violations);
        return over(before, agent, zone, violations);
    }

    /** Over what stands now, with a model that was judged before. */
    public @Nullable ChannelTerms over(ChannelTerms present, ZoneId zone, Violations violations) {
        return over(present, agent(present, violations), zone, violations);
    }

    private @Nullable ChannelTerms over(
            @Nullable ChannelTerms before, @Nullable AgentChoice agent, ZoneId zone, Violations violations) {
        var account = account(before, violations);
        var name = PatchMerge.needed(
                "displayName",
                displayName,
                before == null ? null : before.details().displayName(),
                violations);
        var end = expiry(before, zone, violations);
        if (account == null || name == null || agent == null || !violations.isEmpty()) {
            return null;
        }
        var enabled = isEnabled.over(before == null || before.details().enabled(), true);
        return new ChannelTerms(account, new ChannelDetails(name, agent, enabled), end);
    }

    private @Nullable ChannelAccount account(@Nullable ChannelTerms before, Violations violations) {
        var present = before == null ? null : before.account();
        var type = PatchMerge.needed("channelType", channelType, present == null ? null : present.type(), violations);
        if (type != null && present != null && type != present.type()) {
            violations.add(Violation.at("channelType", "field.invalid").said("channel_type_fixed", List.of()));
        }
        var typed = PatchMerge.needed(
                "externalAccountId", externalAccountId, present == null ? null : present.externalId(), violations);
        var id = typed == null ? null : Digits.toAscii(typed);
        if (id != null && !AccountIds.isOne(id)) {
            violations.add("externalAccountId", "field.invalid");
        }
        if (type == ChannelType.WHATSAPP && instagramLogin.value() != null) {
            violations.add("instagramLogin", "field.invalid");
        }
        if (type == null || id == null) {
            return null;
        }
        var login =
                type == ChannelType.WHATSAPP ? null : instagramLogin.over(loginOf(present), InstagramLogin.INSTAGRAM);
        return new ChannelAccount(type, id, login);
    }

    private static InstagramLogin loginOf(@Nullable ChannelAccount present) {
        var login = present == null ? null : present.login();
        return login == null ? InstagramLogin.INSTAGRAM : login;
    }

    private @Nullable AgentChoice agent(@Nullable ChannelTerms before, Violations violations) {
        var present = before == null ? null : before.details().agent();
        var provider = PatchMerge.needed(
                "aiProviderCode", aiProviderCode, present == null ? null : present.provider(), violations);
        var model = PatchMerge.needed("aiModelCode", aiModelCode, present == null ? null : present.model(), violations);
        if (provider == null || model == null) {
            return null;
        }
        return new AgentChoice(
                provider,
                model,
                systemPromptOverride.over(present == null ? null : present.systemPromptOverride()),
                isAgentEnabled.over(present == null || present.enabled(), true));
    }

    /** One that stands is not judged anew because something else is changed. */
    private static void checkModel(
            @Nullable ChannelTerms before, @Nullable AgentChoice agent, AiModels models, Violations violations) {
        if (agent == null || violations.has("aiModelCode")) {
            return;
        }
        var present = before == null ? null : before.details().agent();
        var same = present != null
                && present.provider() == agent.provider()
                && present.model().equals(agent.model());
        if (!same && !models.allow(agent.provider(), agent.model())) {
            violations.add("aiModelCode", "ai_model.unknown");
        }
    }

    /** What was known of the end of a token says nothing of another one. */
    private @Nullable Instant expiry(@Nullable ChannelTerms before, ZoneId zone, Violations violations) {
        if (!tokenExpiresAt.present()) {
            return before == null || accessToken.present() ? null : before.tokenExpiresAt();
        }
        return PatchMerge.end("tokenExpiresAt", tokenExpiresAt, null, zone, violations);
    }

    private void accessTokenOver(@Nullable ChannelTerms before, Violations violations) {
        if (before == null) {
            PatchMerge.needed("accessToken", accessToken, null, violations);
        }
        checkSecret("accessToken", accessToken.value(), Text.TOKEN, violations);
    }

    /** It goes into a header, or keys a digest: letters, digits and signs, without spaces. */
    private static void checkSecret(String field, @Nullable String secret, int most, Violations violations) {
        if (secret == null) {
            return;
        }
        if (secret.length() > most) {
            violations.add(field, "field.too_long", Integer.toString(most));
            return;
        }
        if (!secret.chars().allMatch(c -> c > ' ' && c <= '~')) {
            violations.add(field, "field.invalid");
        }
    }

    /** The app secret that shall hold; null leaves it as it is. */
    public @Nullable OwnAppSecret ownAppSecret() {
        return appSecret.present() ? new OwnAppSecret(appSecret.value()) : null;
    }
}
