package iq.sendy.channels.jobs;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import iq.sendy.channels.ChannelDirectory;
import iq.sendy.channels.ChannelOwner;
import iq.sendy.channels.ChannelSecrets;
import iq.sendy.channels.ProofPlans;
import iq.sendy.jobs.Schedule;
import iq.sendy.jobs.ScheduleTimes;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import org.springframework.stereotype.Component;

/**
 * Has Meta asked about the accounts of channels that have not proved theirs: those of which nobody knows, soon, and those that
 * Meta said no to once a day, since a permission may be given there without a word to us.
 */
@Component
class ProveAccounts implements Schedule {

    private static final Duration A_DAY = Duration.ofDays(1);

    private final ChannelDirectory directory;
    private final ChannelSecrets secrets;
    private final ProofPlans plans;

    ProveAccounts(ChannelDirectory directory, ChannelSecrets secrets, ProofPlans plans) {
        this.directory = directory;
        this.secrets = secrets;
        this.plans = plans;
    }

    @Override
    public String name() {
        return "channels.prove-accounts";
    }

    @Override
    public ScheduleTimes timing() {
        return new ScheduleTimes.Every(Duration.ofMinutes(10));
    }

    @Override
    public void run(Instant fire) {
        directory.unproven(fire.minus(A_DAY), secrets.deploymentHasOne()).stream()
                .collect(groupingBy(ChannelOwner::store, LinkedHashMap::new, mapping(ChannelOwner::channel, toList())))
                .forEach((store, channels) -> CurrentTenant.in(store, () -> {
                    plans.ask(store, channels);
                    return store;
                }));
    }
}
