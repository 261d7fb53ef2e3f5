package iq.sendy.dashboard.goods;

import iq.sendy.dashboard.PictureUpload;
import iq.sendy.kernel.InputText;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.MultipartForm;
import iq.sendy.platform.body.Text;
import iq.sendy.platform.body.Upload;
import iq.sendy.platform.pages.PageReader;
import iq.sendy.platform.pages.PageReaders;
import iq.sendy.platform.pages.PageRedirect;
import iq.sendy.purchasing.AttachFile;
import iq.sendy.purchasing.PurchaseAttachments;
import iq.sendy.purchasing.PurchaseOrder;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Photographs of the bills of a purchase order. */
@PageController
class PurchaseFileController {

    private static final String UNNAMED = "bill";

    private final PurchaseAttachments attachments;
    private final PictureUpload uploads;
    private final PurchasePage page;
    private final PageReaders readers;

    PurchaseFileController(
            PurchaseAttachments attachments, PictureUpload uploads, PurchasePage page, PageReaders readers) {
        this.attachments = attachments;
        this.uploads = uploads;
        this.page = page;
        this.readers = readers;
    }

    @PostMapping(GoodsPaths.PURCHASE + "/files")
    @Allows(permission = "purchase_orders.manage")
    @Upload(most = PictureUpload.MOST_OF_FORM)
    ModelAndView attach(
            @PathVariable("order") UUID id, HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        var order = page.find(caller, id);
        var reader = readers.of(caller, language);
        if (order.attachments().size() >= 3) {
            return refused(id, HttpStatus.BAD_REQUEST, Violation.of("attachment.limit"), caller, reader);
        }
        return switch (uploads.take(request, "purchase " + id, caller, actor)) {
            case PictureUpload.FileTaken.Stored(var url, var _) when isAttached(order, url) -> attached(id);
            case PictureUpload.FileTaken.Stored(var url, var size) -> {
                var form = MultipartForm.of(request, PictureUpload.MOST_OF_FORM);
                yield attached(new AttachFile(id, name(form), url, size), caller, actor, reader);
            }
            case PictureUpload.FileTaken.Refused(var status, var why) -> refused(id, status, why, caller, reader);
        };
    }

    private static boolean isAttached(PurchaseOrder order, String url) {
        return order.attachments().stream()
                .anyMatch(attachment -> attachment.fileUrl().equals(url));
    }

    private static ModelAndView attached(UUID id) {
        return PageRedirect.to(PurchasePage.path(id) + "?said=purchases.attached");
    }

    private ModelAndView attached(AttachFile command, Caller caller, Actor actor, PageReader reader) {
        var id = command.order();
        return switch (attachments.attach(caller.store(), actor, command)) {
            case AttachFile.Result.Attached _ -> attached(id);
            case AttachFile.Result.NoSuchOrder _ -> throw RequestRejected.notFound();
            case AttachFile.Result.NoSlot full ->
                refused(id, HttpStatus.BAD_REQUEST, full.violations().getFirst(), caller, reader);
        };
    }

    /** As its sender called it, as far as that is a name. */
    private static String name(MultipartForm form) {
        var sent = form.parts().stream()
                .map(part -> Objects.requireNonNullElse(part.fileName(), ""))
                .filter(name -> !name.isEmpty() && !InputText.beyond(name, Text.NAME))
                .map(InputText::clean)
                .filter(name -> !name.isEmpty())
                .findFirst();
        return sent.orElse(UNNAMED);
    }

    private ModelAndView refused(UUID id, HttpStatus status, Violation why, Caller caller, PageReader reader) {
        var order = page.find(caller, id);
        var answer = page.show(order, PurchasePage.everything(order), caller);
        answer.addObject("fileFault", reader.fault(why));
        answer.setStatus(status);
        return answer;
    }

    @PostMapping(GoodsPaths.PURCHASE + "/files/{file}/remove")
    @Allows(permission = "purchase_orders.manage")
    ModelAndView remove(@PathVariable("order") UUID id, @PathVariable("file") UUID file, Caller caller, Actor actor) {
        page.find(caller, id);
        attachments.remove(caller.store(), actor, id, file);
        return PageRedirect.to(PurchasePage.path(id) + "?said=purchases.detached");
    }
}
