package iq.sendy.media;

import iq.sendy.kernel.Bytes;
import iq.sendy.media.model.PictureHead;
import iq.sendy.media.model.UnreadablePicture;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.compute.ComputeBound;
import iq.sendy.platform.compute.ComputeKind;
import iq.sendy.platform.compute.ComputePool;
import iq.sendy.platform.tenancy.OutsideTransaction;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/**
 * Re-encoding of uploaded images, which decodes what strangers send: it may take seconds, so nobody asks it inside a
 * transaction. Only so much of the heap holds pixels at once, whoever
 * wants to send more.
 */
@Service
public class ImageReencoder {

    /** A third of the heap: with 512 MiB of it the largest photograph fits. */
    private static final int SHARE = 3;

    private static final int PATIENCE_SECONDS = 20;

    private final ComputePool compute;
    private final int mebibytes;
    private final Semaphore free;

    @Autowired
    ImageReencoder(ComputePool compute) {
        this(compute, Runtime.getRuntime().maxMemory() / SHARE);
    }

    ImageReencoder(ComputePool compute, long mostBytes) {
        this.compute = compute;
        this.mebibytes = (int) (mostBytes >> 20);
        this.free = new Semaphore(mebibytes, true);
    }

    /**
     * Decodes an uploaded file and encodes it anew.
     *
     * @throws RequestRejected 429 or 503 when its turn does not come
     */
    public ReencodeResult reencode(Bytes file) {
        OutsideTransaction.require("Drawing a picture");
        var bytes = file.toArray();
        return compute.run(ComputeKind.PICTURE, () -> reencoded(bytes));
    }

    @ComputeBound
    private ReencodeResult reencoded(byte[] file) {
        try {
            var head = PictureHead.of(file);
            var weight = 1 + (int) (PictureWeight.of(head) >> 20);
            if (weight > mebibytes) {
                return new ReencodeResult.Unreadable("It needs more memory than there is for pictures");
            }
            if (!free.tryAcquire(weight, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return new ReencodeResult.TooBusy();
            }
            try {
                return Renditions.of(PictureDecoder.decode(file, head), head.orientation(), head.colours(file));
            } finally {
                free.release(weight);
            }
        } catch (UnreadablePicture unreadable) {
            return new ReencodeResult.Unreadable(String.valueOf(unreadable.getMessage()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new ReencodeResult.TooBusy();
        }
    }
}
