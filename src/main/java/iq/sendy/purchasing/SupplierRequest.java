package iq.sendy.purchasing;

import iq.sendy.kernel.Phone;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.body.CrossFieldRules;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.Patch;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Text;
import iq.sendy.platform.url.MailAddress;
import iq.sendy.purchasing.Supplier.SupplierDetails;
import java.util.Objects;

/** Both to add a supplier and to change one. */
public record SupplierRequest(
        @Required @Text(Text.NAME) @Example("\"علي كريم\"") Patch<String> fullName,

        @Example("\"07701234567\"") Patch<Phone> phone,
        @Text(Text.NAME) @Example("\"ali@example.com\"") Patch<String> email,
        @Text(Text.NAME) @Example("\"شركة الورد\"") Patch<String> company,
        @Text(Text.ADDRESS) Patch<String> address,
        @Text(Text.NOTES) Patch<String> notes)
        implements CrossFieldRules {

    @Override
    public void check(Violations violations) {
        var mail = email.value();
        if (mail != null && !MailAddress.isSound(mail)) {
            violations.add("email", "field.invalid");
        }
    }

    public SupplierDetails fresh() {
        return new SupplierDetails(
                Objects.requireNonNull(fullName.value()),
                phone.value(),
                email.value(),
                company.value(),
                address.value(),
                notes.value());
    }

    public SupplierDetails over(SupplierDetails before) {
        return new SupplierDetails(
                fullName.over(before.fullName(), before.fullName()),
                phone.over(before.phone()),
                email.over(before.email()),
                company.over(before.company()),
                address.over(before.address()),
                notes.over(before.notes()));
    }
}
