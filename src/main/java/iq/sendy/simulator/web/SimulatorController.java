package iq.sendy.simulator.web;

import iq.sendy.meta.ChannelType;
import iq.sendy.meta.MessageKind;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.body.MultipartForm;
import iq.sendy.platform.body.Upload;
import iq.sendy.platform.pages.PageRedirect;
import iq.sendy.simulator.GraphFault;
import iq.sendy.simulator.SimulatedCustomer;
import iq.sendy.simulator.SimulatedMedia;
import iq.sendy.simulator.SimulatedMedia.SimulatedFile;
import iq.sendy.simulator.SimulatedPhones;
import iq.sendy.simulator.SimulatedPhones.PhoneDeed;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Phones of customers on pages: one looks at all of them, takes one, and writes to the shop with it. */
@PageController
class SimulatorController {

    /** A page that waits for news asks again after it. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private final SimulatorGate gate;
    private final SimulatedPhones phones;
    private final PhoneLines lines;
    private final PhoneForms forms;

    SimulatorController(SimulatorGate gate, SimulatedPhones phones, PhoneLines lines, PhoneForms forms) {
        this.gate = gate;
        this.phones = phones;
        this.lines = lines;
        this.forms = forms;
    }

    @GetMapping(SimulatorArea.HOME)
    @Allows(permission = Allows.ANYONE)
    ModelAndView showAll(HttpServletRequest request) {
        gate.admit(request);
        var model = desk();
        model.put(
                "accounts",
                List.of(
                        phones.all(ChannelType.WHATSAPP).getFirst().account(),
                        phones.all(ChannelType.INSTAGRAM).getFirst().account()));
        return new ModelAndView("simulator/phones", model);
    }

    @GetMapping(SimulatorArea.PHONE)
    @Allows(permission = Allows.ANYONE)
    ModelAndView show(
            @PathVariable("channel") String channel,
            @PathVariable("customer") String word,
            @RequestParam(name = "since", required = false) @Nullable String since,
            @RequestParam(name = "reply", defaultValue = "") String reply,
            @RequestParam(name = "edit", defaultValue = "") String edit,
            HttpServletRequest request)
            throws InterruptedException {
        gate.admit(request);
        var type = type(channel);
        var customer = customer(word);
        if (since != null) {
            phones.await(type, customer, version(since), LONGEST_WAIT);
        }
        var screen = phones.open(type, customer);
        var quoted = screen.lines().stream()
                .filter(line -> line.id().equals(reply))
                .findFirst()
                .orElse(null);
        var edited = screen.lines().stream()
                .filter(line -> line.id().equals(edit) && !line.fromShop())
                .findFirst()
                .orElse(null);
        var model = desk();
        model.put("phone", new PhonePage(screen, lines.of(screen.lines()), quoted, edited));
        return new ModelAndView("simulator/phone", model);
    }

    @PostMapping(SimulatorArea.PHONE)
    @Allows(permission = Allows.ANYONE)
    ModelAndView act(
            @PathVariable("channel") String channel,
            @PathVariable("customer") String word,
            @RequestParam(name = "act", defaultValue = "") String act,
            HttpServletRequest request) {
        gate.admit(request);
        var type = type(channel);
        var customer = customer(word);
        forms.deed(act, request).ifPresent(deed -> phones.act(type, customer, deed));
        return back(type, customer);
    }

    @PostMapping(SimulatorArea.PHONE + "/file")
    @Allows(permission = Allows.ANYONE)
    @Upload(most = SimulatedMedia.MOST_OF_ONE + Upload.AROUND)
    ModelAndView sendFile(
            @PathVariable("channel") String channel,
            @PathVariable("customer") String word,
            HttpServletRequest request) {
        gate.admit(request);
        var type = type(channel);
        var customer = customer(word);
        var form = MultipartForm.of(request, SimulatedMedia.MOST_OF_ONE + Upload.AROUND);
        form.file("file")
                .map(content -> new SimulatedFile(content, FileKinds.mimeType(content), FileKinds.name(content)))
                .map(file -> new PhoneDeed.SendFile(kind(file), file, null))
                .ifPresent(deed -> phones.act(type, customer, deed));
        return back(type, customer);
    }

    private static MessageKind kind(SimulatedFile file) {
        return file.mimeType().startsWith("image/") ? MessageKind.IMAGE : MessageKind.DOCUMENT;
    }

    private Map<String, Object> desk() {
        var model = new HashMap<String, Object>();
        model.put("whatsapp", phones.all(ChannelType.WHATSAPP));
        model.put("instagram", phones.all(ChannelType.INSTAGRAM));
        model.put("faults", GraphFault.values());
        model.put("form", true);
        return model;
    }

    private static ModelAndView back(ChannelType type, SimulatedCustomer customer) {
        return PageRedirect.to(SimulatorArea.HOME + "/" + PhonePage.word(type) + "/" + customer.word() + "#last");
    }

    private static long version(String since) {
        try {
            return Long.parseLong(since);
        } catch (NumberFormatException unreadable) {
            return -1;
        }
    }

    private static ChannelType type(String channel) {
        return known(PhonePage.channel(channel));
    }

    private SimulatedCustomer customer(String word) {
        return known(phones.find(word));
    }

    private static <T> T known(Optional<T> found) {
        return found.orElseThrow(() -> new RequestRejected(HttpStatus.NOT_FOUND, Violation.of("route.not_found")));
    }
}
