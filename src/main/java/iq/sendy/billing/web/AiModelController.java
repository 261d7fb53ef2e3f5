package iq.sendy.billing.web;

import iq.sendy.billing.AiModel;
import iq.sendy.billing.AiModel.ModelTerms;
import iq.sendy.billing.AiModels;
import iq.sendy.billing.AiProvider;
import iq.sendy.billing.ModelCost;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.OperatorController;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.Body;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.body.CrossFieldRules;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.Patch;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Size;
import iq.sendy.platform.body.Text;
import iq.sendy.platform.body.Whole;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;

/** The models that the agents of stores may be set to. */
@OperatorController
class AiModelController {

    private final AiModels models;

    AiModelController(AiModels models) {
        this.models = models;
    }

    record AiModelLine(
            @Required @Example("\"sandbox\"") AiProvider aiProviderCode,

            @Required @Text(Text.REFERENCE) @Example("\"sandbox-1\"")
            String aiModelCode,

            @Required @Whole(min = 1, max = 100_000_000) @Example("32000")
            Long contextLimit,

            @Whole(max = AiModelController.DEAREST) @Example("195000")
            Patch<Long> inputCostIqd,

            @Whole(max = AiModelController.DEAREST) @Example("780000")
            Patch<Long> outputCostIqd) {

        ModelTerms terms() {
            var input = inputCostIqd.value();
            var output = outputCostIqd.value();
            var cost = input == null || output == null ? null : new ModelCost(input, output);
            return new ModelTerms(aiProviderCode, aiModelCode, contextLimit, cost);
        }

        /** Which direction lacks its cost; null where both have one, or none has. */
        @Nullable
        String halfCost() {
            var input = inputCostIqd.value();
            if ((input == null) == (outputCostIqd.value() == null)) {
                return null;
            }
            return input == null ? "inputCostIqd" : "outputCostIqd";
        }
    }

    record AiModelsRequest(
            @Required @Size(max = AiModelController.MOST_MODELS)
            List<AiModelLine> items) implements CrossFieldRules {

        /** A model is named once, and costs something in both directions. */
        @Override
        public void check(Violations violations) {
            var seen = new HashSet<List<Object>>();
            for (var i = 0; items != null && i < items.size(); i++) {
                var line = items.get(i);
                var half = line == null ? null : line.halfCost();
                if (half != null) {
                    violations.add("items[" + i + "]." + half, "field.required");
                }
                if (line != null
                        && line.aiProviderCode() != null
                        && line.aiModelCode() != null
                        && !seen.add(List.of(line.aiProviderCode(), line.aiModelCode()))) {
                    violations.add("items[" + i + "].aiModelCode", "field.invalid");
                }
            }
        }
    }

    static final int MOST_MODELS = 100;

    /** Dinars for 1,000,000 tokens. */
    static final long DEAREST = 1_000_000_000;

    record AiModelBody(
            UUID id,
            AiProvider aiProviderCode,
            String aiModelCode,
            long contextLimit,
            @Nullable Long inputCostIqd,
            @Nullable Long outputCostIqd,
            Instant createdAt,
            Instant updatedAt) {

        static AiModelBody of(AiModel model) {
            var cost = model.terms().cost();
            return new AiModelBody(
                    model.id(),
                    model.terms().provider(),
                    model.terms().code(),
                    model.terms().contextLimit(),
                    cost == null ? null : cost.inputIqd(),
                    cost == null ? null : cost.outputIqd(),
                    model.createdAt(),
                    model.updatedAt());
        }
    }

    @GetMapping("/ai-models")
    @Allows(permission = Allows.PLATFORM_ADMIN)
    @Describes("List the AI models, newest first")
    Answer<Page<AiModelBody>> list(Paging paging) {
        return Answer.ok("ai_model.listed", models.list(paging).map(AiModelBody::of));
    }

    @PutMapping("/ai-models")
    @Allows(permission = Allows.PLATFORM_ADMIN)
    @Describes("Replace the list of AI models")
    Answer<Page<AiModelBody>> replace(@Body Bound<AiModelsRequest> body, Actor actor) {
        var wanted = body.valid().items().stream().map(AiModelLine::terms).toList();
        return Answer.ok("ai_model.replaced", models.replace(actor, wanted).map(AiModelBody::of));
    }
}
