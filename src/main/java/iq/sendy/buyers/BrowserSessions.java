package iq.sendy.buyers;

import iq.sendy.buyers.OpenBrowserSession.Result;
import iq.sendy.kernel.StoreId;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Browsers of buyers: signed in by a code, each for one shop, until they sign out or a month has passed. */
@Service
public class BrowserSessions {

    private final OneTimeCodes codes;
    private final BrowserTransactions transactions;

    BrowserSessions(OneTimeCodes codes, BrowserTransactions transactions) {
        this.codes = codes;
        this.transactions = transactions;
    }

    public Result open(StoreId store, OpenBrowserSession command) {
        return codes.judge(store, command.phone(), CodePurpose.REGISTRATION, command.otpCode())
                .flatMap(proven -> transactions.open(proven, command.ip()))
                .<Result>map(Result.BrowserSignedIn::new)
                .orElseGet(Result.CodeRefused::new);
    }

    /** Whose browser it is, read fresh; empty when the session ended or never began in this shop. */
    public Optional<BuyerAccount> find(StoreId store, String session) {
        return transactions.find(store, session);
    }

    /** Ends the session; an unknown one is no matter. */
    public void end(StoreId store, String session) {
        transactions.end(store, session);
    }
}
