package iq.sendy.channels.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import iq.sendy.billing.AiModels;
import iq.sendy.channels.AccountAsking;
import iq.sendy.channels.ChangeChannel;
import iq.sendy.channels.ChannelConnections;
import iq.sendy.channels.ChannelRequest;
import iq.sendy.channels.ChannelTerms;
import iq.sendy.channels.Channels;
import iq.sendy.channels.CreateChannel;
import iq.sendy.channels.VerifyToken;
import iq.sendy.meta.AccountAnswer;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.ShowsSecret;
import iq.sendy.platform.api.StoreController;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.Body;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.Prepared;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.tenancy.WriteConflict;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Channels: list, read, connect, change and delete, their verify tokens, and whether an agent answers there. */
@StoreController
class ChannelController {

    private final Channels channels;
    private final ChannelConnections connections;
    private final ChannelBodies bodies;
    private final AiModels models;

    ChannelController(Channels channels, ChannelConnections connections, ChannelBodies bodies, AiModels models) {
        this.channels = channels;
        this.connections = connections;
        this.bodies = bodies;
        this.models = models;
    }

    record AgentRequest(@Required @Example("false") Boolean enabled) {

        ChannelTerms over(ChannelTerms present) {
            return present.withAgent(enabled);
        }
    }

    /** A channel with its verify token, this once. */
    record ChannelWithToken(@JsonUnwrapped ChannelBody channel, String webhookVerifyToken) {

        static ChannelWithToken of(ChannelBody channel, VerifyToken token) {
            return new ChannelWithToken(channel, token.text());
        }

        @Override
        public String toString() {
            return channel.toString();
        }
    }

    @GetMapping("/social/channels")
    @Allows(permission = "social_channels.view", scope = "social:read")
    @Describes("List the channels, newest first")
    Answer<Page<ChannelBody>> list(Paging paging, Caller caller, HttpServletRequest request) {
        return Answer.ok(
                "social_channel.listed", bodies.of(caller.store(), channels.list(caller.store(), paging), request));
    }

    @ShowsSecret
    @PostMapping("/social/channels")
    @Allows(permission = "social_channels.manage", scope = "social:write")
    @Describes(
            value = "Connect an account at WhatsApp or Instagram; the answer alone has the verify token",
            refuses = CreateChannel.Result.class)
    Answer<ChannelWithToken> create(
            @Body Bound<ChannelRequest> body,
            @Prepared(by = AccountAsking.class) @Nullable AccountAnswer answer,
            Caller caller,
            Actor actor,
            HttpServletRequest request) {
        var terms = body.value().over(null, caller.zone(), models, body.problems());
        body.problems().refuseIfAny();
        var command = new CreateChannel(
                sound(terms),
                Objects.requireNonNull(body.value().accessToken().value()),
                body.value().appSecret().value(),
                answer);
        return switch (connections.connect(caller.store(), actor, command)) {
            case CreateChannel.Result.Created(var channel, var token) ->
                Answer.ok(
                        "social_channel.created",
                        ChannelWithToken.of(bodies.of(caller.store(), channel, request), token));
            case CreateChannel.Result.AccountTaken taken -> Answer.refused(taken);
            case CreateChannel.Result.NotInPlan notInPlan -> Answer.refused(notInPlan);
        };
    }

    @GetMapping("/social/channels/{id}")
    @Allows(permission = "social_channels.view", scope = "social:read")
    @Describes("One channel, with warnings about what its owner should see to")
    Answer<ChannelBody> get(@PathVariable UUID id, Caller caller, HttpServletRequest request) {
        return channels.find(caller.store(), id)
                .map(channel -> Answer.ok("social_channel.found", bodies.of(caller.store(), channel, request)))
                .orElseGet(Answer::notFound);
    }

    @PatchMapping("/social/channels/{id}")
    @Allows(permission = "social_channels.manage", scope = "social:write")
    @Describes(value = "Change some of a channel; another access token heals it", refuses = ChangeChannel.Result.class)
    Answer<ChannelBody> change(
            @PathVariable UUID id,
            @Body Bound<ChannelRequest> body,
            Caller caller,
            Actor actor,
            HttpServletRequest request) {
        var before = channels.find(caller.store(), id);
        if (before.isEmpty()) {
            return Answer.notFound();
        }
        body.value().over(before.get().terms(), caller.zone(), models, body.problems());
        var sent = body.valid();
        UnaryOperator<ChannelTerms> merge = present -> sound(sent.over(present, caller.zone(), new Violations()));
        return changed(
                new ChangeChannel(id, merge, sent.accessToken().value(), sent.ownAppSecret()), caller, actor, request);
    }

    private Answer<ChannelBody> changed(ChangeChannel command, Caller caller, Actor actor, HttpServletRequest request) {
        return switch (channels.change(caller.store(), actor, command)) {
            case ChangeChannel.Result.Changed(var channel) ->
                Answer.ok("social_channel.updated", bodies.of(caller.store(), channel, request));
            case ChangeChannel.Result.NoSuchChannel _ -> Answer.notFound();
            case ChangeChannel.Result.AccountTaken taken -> Answer.refused(taken);
        };
    }

    /** What was sound before the lock and is not under it was changed meanwhile: the step starts over. */
    private static ChannelTerms sound(@Nullable ChannelTerms terms) {
        if (terms == null) {
            throw new WriteConflict("another change of the same channel");
        }
        return terms;
    }

    @DeleteMapping("/social/channels/{id}")
    @Allows(permission = "social_channels.manage", scope = "social:write")
    @Describes("Disconnect an account; its conversations stay")
    Answer<Void> delete(@PathVariable UUID id, Caller caller, Actor actor) {
        return channels.delete(caller.store(), actor, id)
                ? Answer.ok("social_channel.deleted", null)
                : Answer.notFound();
    }

    @ShowsSecret
    @PostMapping("/social/channels/{id}/rotate-token")
    @Allows(permission = "social_channels.manage", scope = "social:write")
    @Describes("A new verify token; the one before it ends at once")
    Answer<ChannelWithToken> rotate(@PathVariable UUID id, Caller caller, Actor actor, HttpServletRequest request) {
        return channels.rotateToken(caller.store(), actor, id)
                .map(issued -> Answer.ok(
                        "social_channel.rotated",
                        ChannelWithToken.of(bodies.of(caller.store(), issued.channel(), request), issued.token())))
                .orElseGet(Answer::notFound);
    }

    @PostMapping("/social/channels/{id}/toggle-agent")
    @Allows(permission = "social_channels.manage", scope = "social:write")
    @Describes(
            value = "Switch the agent of a channel on or off; messages are kept either way",
            refuses = ChangeChannel.Result.class)
    Answer<ChannelBody> toggle(
            @PathVariable UUID id,
            @Body Bound<AgentRequest> body,
            Caller caller,
            Actor actor,
            HttpServletRequest request) {
        if (channels.find(caller.store(), id).isEmpty()) {
            return Answer.notFound();
        }
        return changed(new ChangeChannel(id, body.valid()::over, null, null), caller, actor, request);
    }
}
