package iq.sendy.platform.web;

/** The step met a lock or a deadlock each time it was tried: the caller may try again. */
class ServiceBusy extends RuntimeException {

    ServiceBusy(Throwable last) {
        super("Still busy after several tries", last);
    }
}
