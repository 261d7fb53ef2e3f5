package iq.sendy.messaging;

import iq.sendy.accounts.MemberHolds;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.OutboundSettlement.SentMessage;
import iq.sendy.messaging.store.SettlementStore;
import iq.sendy.meta.SendOutcome;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.audit.Audit.Change;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.tenancy.WriteConflict;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Outcomes of replies: the transaction that notes what Meta said, after it was asked. */
@Component
class ReplyOutcomes {

    private final SettlementStore settlements;
    private final OutboundSettlement settlement;
    private final MemberHolds members;
    private final Pipeline pipeline;
    private final Audit audit;

    ReplyOutcomes(
            SettlementStore settlements,
            OutboundSettlement settlement,
            MemberHolds members,
            Pipeline pipeline,
            Audit audit) {
        this.settlements = settlements;
        this.settlement = settlement;
        this.members = members;
        this.pipeline = pipeline;
        this.audit = audit;
    }

    @Transactional
    public SendReply.Result note(StoreId store, Actor writer, UUID message, SendOutcome outcome) {
        var keeper = members.active(store, writer.member());
        var place = settlements.conversationOf(store, message);
        pipeline.send(keeper, place);
        var conversation = place.first();
        if (conversation.isEmpty()) {
            return new SendReply.Result.NoConversation();
        }
        var target = pipeline.ask(settlements.lock(store, conversation.get())).first();
        if (target.isEmpty()) {
            throw new WriteConflict("The conversation has just become part of another");
        }
        var open = pipeline.ask(settlements.open(store, message)).first();
        var seen = open.isEmpty() || open.get().seen();
        var sent = new SentMessage(
                store,
                target.get(),
                message,
                AuthorKind.STAFF,
                seen,
                writer,
                keeper.first().orElse(null));
        return switch (outcome) {
            case SendOutcome.Accepted(var externalId) -> {
                settlement.accepted(sent, externalId);
                yield new SendReply.Result.Taken(message);
            }
            case SendOutcome.Unconfirmed _ -> {
                if (!seen) {
                    settlement.unconfirmed(sent);
                }
                yield new SendReply.Result.Taken(message);
            }
            case SendOutcome.Refused(var error) -> {
                var code = new HashMap<String, Object>(Map.of("code", error.code()));
                Optional.ofNullable(error.subcode()).ifPresent(subcode -> code.put("subcode", subcode));
                audit.record(store, writer, new Change("message.refused", "message", message, null, code));
                if (seen) {
                    settlement.failed(sent, SendState.REFUSED, error.code(), error);
                } else {
                    settlement.withdrawn(sent, SendState.REFUSED, error);
                }
                yield new SendReply.Result.Refused(error);
            }
            case SendOutcome.NotSent _ -> {
                audit.record(store, writer, new Change("message.not_sent", "message", message, null, null));
                if (seen) {
                    settlement.failed(sent, SendState.NOT_SENT, "social.unreachable", null);
                } else {
                    settlement.withdrawn(sent, SendState.NOT_SENT, null);
                }
                yield new SendReply.Result.Unreachable();
            }
        };
    }
}
