package iq.sendy.billing.web;

import iq.sendy.billing.CourierCompanies;
import iq.sendy.billing.CourierCompany;
import iq.sendy.billing.SaveCourierCompany;
import iq.sendy.kernel.Digits;
import iq.sendy.kernel.Phone;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.OperatorController;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.Body;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.body.CrossFieldRules;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.Patch;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Text;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;

/** The courier companies that the platform knows. */
@OperatorController
class CourierCompanyController {

    private final CourierCompanies companies;

    CourierCompanyController(CourierCompanies companies) {
        this.companies = companies;
    }

    @RefusedWith(code = "phone.invalid")
    record CourierCompanyRequest(
            @Required @Text(Text.NAME) @Example("\"بوكسي\"") Patch<String> name,

            @Text(Text.REFERENCE) @Example("\"6062\"") Patch<String> phone,
            @Text(Text.NOTES) Patch<String> notes,
            @Example("true") Patch<Boolean> isActive)
            implements CrossFieldRules {

        @Override
        public void check(Violations violations) {
            var typed = phone.value();
            if (typed != null && Digits.toAscii(typed).chars().noneMatch(c -> c >= '0' && c <= '9')) {
                violations.add("phone", "phone.invalid");
            }
        }

        SaveCourierCompany command() {
            return new SaveCourierCompany(name, dialled(), notes, isActive);
        }

        /** A mobile number as everywhere, and the short one of a call centre, whatever digits it was typed in. */
        private Patch<String> dialled() {
            var typed = phone.value();
            return typed == null
                    ? phone
                    : Patch.of(Phone.parse(typed).map(Phone::value).orElseGet(() -> Digits.toAscii(typed)));
        }
    }

    @GetMapping("/courier-companies")
    @Allows(permission = Allows.PLATFORM_ADMIN)
    @Describes("List the courier companies, newest first")
    Answer<Page<CourierCompany>> list(Paging paging) {
        return Answer.ok("courier_company.listed", companies.list(paging));
    }

    @PostMapping("/courier-companies")
    @Allows(permission = Allows.PLATFORM_ADMIN)
    @Describes("Add a courier company")
    Answer<CourierCompany> add(@Body Bound<CourierCompanyRequest> body, Actor actor) {
        return Answer.ok(
                "courier_company.created",
                companies.add(actor, body.complete().valid().command()));
    }

    @PutMapping("/courier-companies/{id}")
    @Allows(permission = Allows.PLATFORM_ADMIN)
    @Describes("Change a courier company")
    Answer<CourierCompany> change(@PathVariable UUID id, @Body Bound<CourierCompanyRequest> body, Actor actor) {
        if (!body.problems().isEmpty() && companies.find(id).isEmpty()) {
            return Answer.notFound();
        }
        return companies
                .change(actor, id, body.valid().command())
                .map(changed -> Answer.ok("courier_company.updated", changed))
                .orElseGet(Answer::notFound);
    }
}
