package iq.sendy.stores.web;

import iq.sendy.kernel.Currency;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.SchemaOf;
import iq.sendy.platform.api.StoreController;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.Body;
import iq.sendy.platform.body.Bound;
import iq.sendy.stores.SaveSettings;
import iq.sendy.stores.Settings;
import iq.sendy.stores.SettingsRequest;
import iq.sendy.stores.StoreSettings;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;

/** Settings of a store: make, read and change. */
@StoreController
class SettingsController {

    private final Settings settings;

    SettingsController(Settings settings) {
        this.settings = settings;
    }

    record SettingsBody(
            @SchemaOf(Currency.class) String currencyCode,
            String timezone,
            @Nullable String industry,
            String countryCode,
            @SchemaOf(SettingsRequest.Language.class) String language,
            BigDecimal defaultDeliveryFee,
            @Nullable String pickupAddress,
            boolean requireOrderConfirmation,
            boolean uniqueExternalRef,
            boolean askForPrice,
            long defaultWeightGrams,
            long lowStockThreshold) {

        static SettingsBody of(StoreSettings settings) {
            return new SettingsBody(
                    settings.currency().name(),
                    settings.zone().getId(),
                    settings.industry(),
                    settings.countryCode(),
                    settings.language(),
                    settings.currency().onWire(settings.defaultDeliveryFee()),
                    settings.pickupAddress(),
                    settings.requireOrderConfirmation(),
                    settings.uniqueExternalRef(),
                    settings.askForPrice(),
                    settings.defaultWeightGrams(),
                    settings.lowStockThreshold());
        }
    }

    @PostMapping("/settings")
    @Allows(permission = "settings.manage", scope = "settings:write")
    @Describes(
            value = "Make the store's settings, once",
            refuses = {SaveSettings.Result.ExistAlready.class, SaveSettings.Result.CurrencyLocked.class})
    Answer<SettingsBody> make(@Body Bound<SettingsRequest> body, Caller caller, Actor actor) {
        if (body.value().currencyCode().value() == null && !body.problems().has("currencyCode")) {
            body.problems().add("currencyCode", "field.required");
        }
        body.value().checkFee(StoreSettings.DEFAULTS.currency(), body.problems());
        return saved("settings.created", settings.create(caller.store(), actor, body.valid()));
    }

    @GetMapping("/settings")
    @Allows(permission = "settings.view", scope = "settings:read")
    @Describes(value = "The store's settings", refuses = SaveSettings.Result.Missing.class)
    Answer<SettingsBody> get(Caller caller) {
        return settings.find(caller.store())
                .map(found -> Answer.ok("settings.found", SettingsBody.of(found)))
                .orElseGet(SettingsController::missing);
    }

    @PutMapping("/settings")
    @Allows(permission = "settings.manage", scope = "settings:write")
    @Describes(
            value = "Change some of the store's settings",
            refuses = {SaveSettings.Result.Missing.class, SaveSettings.Result.CurrencyLocked.class})
    Answer<SettingsBody> change(@Body Bound<SettingsRequest> body, Caller caller, Actor actor) {
        body.value().checkFee(caller.currency(), body.problems());
        if (!body.problems().isEmpty() && settings.find(caller.store()).isEmpty()) {
            return missing();
        }
        return saved("settings.updated", settings.change(caller.store(), actor, body.valid()));
    }

    private static Answer<SettingsBody> saved(String message, SaveSettings.Result result) {
        return switch (result) {
            case SaveSettings.Result.Saved(var settings) -> Answer.ok(message, SettingsBody.of(settings));
            case Refusal refusal -> Answer.refused(refusal);
        };
    }

    private static Answer<SettingsBody> missing() {
        return Answer.refused(new SaveSettings.Result.Missing());
    }
}
