package iq.sendy.agent.web;

import iq.sendy.agent.AgentDrafts;
import iq.sendy.agent.AiJobState;
import iq.sendy.agent.JobFilter;
import iq.sendy.agent.JobLog;
import iq.sendy.agent.JobLog.ShownJob;
import iq.sendy.agent.JobRetries;
import iq.sendy.agent.RetryJob;
import iq.sendy.agent.SendDraft;
import iq.sendy.agent.web.JobLines.Reader;
import iq.sendy.channels.ChannelView;
import iq.sendy.channels.Channels;
import iq.sendy.kernel.Digits;
import iq.sendy.kernel.Uuids;
import iq.sendy.kernel.WireWord;
import iq.sendy.messaging.MessageView;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.pages.PageRedirect;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** Pages of what the agent did and why: the list of its jobs, and each with its steps. */
@PageController
class AgentPagesController {

    static final String LOG = "/app/agent";

    private static final int LINES = 30;

    /** Nobody turns further; who looks for something filters. */
    private static final int MOST_PAGES = 200;

    private final JobLog log;
    private final JobLines lines;
    private final JobWords words;
    private final Channels channels;
    private final AgentDrafts drafts;
    private final JobRetries retries;

    AgentPagesController(
            JobLog log, JobLines lines, JobWords words, Channels channels, AgentDrafts drafts, JobRetries retries) {
        this.drafts = drafts;
        this.retries = retries;
        this.log = log;
        this.lines = lines;
        this.words = words;
        this.channels = channels;
    }

    /** A state to choose. */
    record StateChoice(String value, String word) {}

    @GetMapping(LOG)
    @Allows(permission = "conversations.view")
    ModelAndView list(
            @RequestParam(name = "state", defaultValue = "") String state,
            @RequestParam(name = "channel", defaultValue = "") String channel,
            @RequestParam(name = "page", defaultValue = "1") String page,
            Caller caller,
            Locale language) {
        var chosen = state(state);
        var at = number(page);
        var filter = new JobFilter(
                chosen.map(List::of).orElseGet(List::of), Uuids.parse(channel).orElse(null), null, null, null, null);
        var jobs = log.list(caller.store(), filter, new Paging(at, LINES, null, UnaryOperator.identity()));
        var reader = new Reader(language, caller.zone());
        var model = new HashMap<String, Object>();
        model.put(
                "jobs", jobs.items().stream().map(job -> lines.of(job, reader)).toList());
        model.put("states", states(language));
        model.put("channels", channels(caller));
        model.put("chosenState", chosen.map(AiJobState::toString).orElse(""));
        model.put("chosenChannel", channel);
        if (at > 1) {
            model.put("later", link(state, channel, at - 1));
        }
        if (jobs.nextCursor() != null && at < MOST_PAGES) {
            model.put("earlier", link(state, channel, at + 1));
        }
        return new ModelAndView("agent/jobs", model);
    }

    private List<ChannelView> channels(Caller caller) {
        return channels.list(caller.store(), new Paging(1, Paging.MOST, null, UnaryOperator.identity()))
                .items();
    }

    private List<StateChoice> states(Locale language) {
        return Arrays.stream(AiJobState.values())
                .map(state -> new StateChoice(state.toString(), words.state(state, language)))
                .toList();
    }

    private static Optional<AiJobState> state(String wanted) {
        return Arrays.stream(AiJobState.values())
                .filter(state -> state.toString().equals(wanted))
                .findFirst();
    }

    private static int number(String page) {
        return Digits.only(page, 3) ? Math.clamp(Integer.parseInt(page), 1, MOST_PAGES) : 1;
    }

    private static String link(String state, String channel, int page) {
        return UriComponentsBuilder.fromPath(LOG)
                .queryParam("state", "{state}")
                .queryParam("channel", "{channel}")
                .queryParam("page", page)
                .encode()
                .buildAndExpand(state, channel)
                .toUriString();
    }

    /** @param said what came of what the reader did here just now */
    @GetMapping(LOG + "/{job}")
    @Allows(permission = "conversations.view")
    ModelAndView show(
            @PathVariable("job") UUID id,
            @RequestParam(name = "said", defaultValue = "") String said,
            Caller caller,
            Locale language) {
        var shown = log.find(caller.store(), id).orElseThrow(RequestRejected::notFound);
        var reader = new Reader(language, caller.zone());
        var job = shown.named().job();
        var model = new HashMap<String, Object>();
        model.put("job", lines.of(shown.named(), reader));
        model.put(
                "steps",
                shown.steps().stream().map(step -> lines.of(step, reader)).toList());
        text(shown.asked()).ifPresent(text -> model.put("asked", text));
        answered(shown).ifPresent(text -> model.put("answered", text));
        channels.find(caller.store(), job.place().channel())
                .ifPresent(channel -> model.put("channel", channel.details().displayName()));
        model.put("drafted", job.draft() != null);
        model.put("mayManage", caller.missing("conversations.manage", "messaging:write") == null);
        PageNotice.of(said).ifPresent(notice -> {
            model.put("said", words.say(notice.key(), language));
            model.put("saidTone", notice.tone());
        });
        return new ModelAndView("agent/job", model);
    }

    @PostMapping(LOG + "/{job}/send-draft")
    @Allows(permission = "conversations.manage")
    ModelAndView send(@PathVariable("job") UUID id, Caller caller, Actor actor) {
        var command = new SendDraft(conversation(caller, id), id);
        return switch (drafts.send(caller.store(), actor, command)) {
            case SendDraft.Result.Queued _ -> back(id, PageNotice.SENT);
            case SendDraft.Result.NoDraft _ -> back(id, PageNotice.GONE);
            case SendDraft.Result.DraftTooLate _ -> back(id, PageNotice.WINDOW);
            case SendDraft.Result.NoSuchJob _ -> throw RequestRejected.notFound();
        };
    }

    @PostMapping(LOG + "/{job}/retry")
    @Allows(permission = "conversations.manage")
    ModelAndView retry(@PathVariable("job") UUID id, Caller caller, Actor actor) {
        var command = new RetryJob(conversation(caller, id), id);
        return switch (retries.drive(caller.store(), actor, command)) {
            case RetryJob.Result.Driven _ -> back(id, PageNotice.RETRIED);
            case RetryJob.Result.NotDead _, RetryJob.Result.AnotherLives _ -> back(id, PageNotice.GONE);
            case RetryJob.Result.NoSuchJob _ -> throw RequestRejected.notFound();
        };
    }

    private UUID conversation(Caller caller, UUID job) {
        return log.find(caller.store(), job)
                .orElseThrow(RequestRejected::notFound)
                .named()
                .job()
                .place()
                .conversation();
    }

    private static ModelAndView back(UUID job, PageNotice notice) {
        return PageRedirect.to(LOG + "/" + job + "?said=" + notice);
    }

    /** What a page says about what its reader did just now. */
    private enum PageNotice implements WireWord {
        SENT("sent", "good"),
        RETRIED("retried", "good"),
        GONE("gone", "bad"),
        WINDOW("window", "bad");

        private final String word;
        private final String tone;

        PageNotice(String word, String tone) {
            this.word = word;
            this.tone = tone;
        }

        static Optional<PageNotice> of(String said) {
            return Arrays.stream(values())
                    .filter(notice -> notice.word.equals(said))
                    .findFirst();
        }

        String key() {
            return "agent.said." + word;
        }

        String tone() {
            return tone;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    /** What was sent, where it may still be read; else what was written. */
    private static Optional<String> answered(ShownJob shown) {
        return text(shown.said())
                .or(() -> Optional.ofNullable(shown.named().job().reply().text()));
    }

    private static Optional<String> text(@Nullable MessageView message) {
        return Optional.ofNullable(message).map(said -> said.content().text());
    }
}
