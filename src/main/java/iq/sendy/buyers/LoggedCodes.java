package iq.sendy.buyers;

import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.database.DatabaseSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * One-time codes in the log of the process, for who tries Sendy out: whoever reads the log is taken for the owner of any
 * phone. So it is on beside the embedded database and its demo store alone, unless a setting says otherwise.
 */
@Component
class LoggedCodes implements CodeSender {

    private static final Logger LOG = LoggerFactory.getLogger(LoggedCodes.class);

    private final boolean readable;

    LoggedCodes(
            @Value("${sendy.otp.log:}") String wanted,
            @Value("${sendy.demo:}") String demo,
            DatabaseSettings database) {
        this.readable = wanted.isBlank()
                ? database.embedded() && !demo.strip().equalsIgnoreCase("false")
                : Boolean.parseBoolean(wanted.strip());
    }

    @Override
    public boolean serves(StoreId store) {
        return readable;
    }

    @Override
    public boolean reaches(StoreId store, Phone phone) {
        return readable;
    }

    @Override
    public void send(StoreId store, OneTimeCode code) {
        LOG.info("The code of {} for {} is {}", code.phone(), code.purpose(), code.digits());
    }
}
